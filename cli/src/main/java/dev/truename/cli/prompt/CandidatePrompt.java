package dev.truename.cli.prompt;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Asks which of several candidates a short name means: arrow keys or a number, then Enter; on a terminal that cannot
/// move its cursor a number alone. Asks on standard error, so that the answer of the command stays alone on standard
/// output.
public final class CandidatePrompt implements Chooser {
    private static final String HELP = "Arrow keys or a number, then Enter; q to choose none.";

    /// Of what somebody types, more is no number.
    private static final int LONGEST_LINE = 20;

    private final Console console;

    public CandidatePrompt(Console console) {
        this.console = console;
    }

    /// @throws ChoiceCancelledException if somebody was asked and chose nothing
    @Override
    public Optional<Candidate> choose(ShortName name, List<Candidate> candidates) {
        if (console.isDumb()) {
            return Optional.of(askForNumber(name, candidates));
        }
        Optional<RawTerminal> terminal = RawTerminal.open();
        if (terminal.isEmpty()) {
            return Optional.empty();
        }
        try (RawTerminal _ = terminal.get()) {
            return Optional.of(ask(name, candidates));
        }
    }

    /// Reads a line.
    Candidate askForNumber(ShortName name, List<Candidate> candidates) {
        console.err().line(question(name));
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            console.err().line("  " + (i + 1) + ". " + candidate.reference() + "  (" + candidate.origin() + ")");
        }
        while (true) {
            console.err().raw("A number, then Enter; nothing to choose none: ");
            console.err().flush();
            String line = line();
            if (line.isEmpty() || line.equals("q")) {
                throw new ChoiceCancelledException();
            }
            for (int i = 0; i < candidates.size(); i++) {
                if (line.equals(String.valueOf(i + 1))) {
                    return candidates.get(i);
                }
            }
        }
    }

    /// What was typed, without blanks around it; nothing where the input ends.
    private String line() {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c >= 0 && c != '\n' && c != '\r'; c = read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString().strip();
    }

    private int read() {
        try {
            return console.in().read();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String question(ShortName name) {
        return "\"" + name + "\" has no alias. Which one is meant?";
    }

    /// Reads keys that arrive one by one.
    Candidate ask(ShortName name, List<Candidate> candidates) {
        console.err().line(console.forErr().add(Style.BOLD, question(name)));
        int width = console.width(Descriptor.ERROR) - 1;
        draw(candidates, 0, width, false);
        int selected = 0;
        int typed = 0;
        while (true) {
            Key key = next();
            typed = key instanceof Key.Digit digit ? append(typed, digit.value(), candidates.size()) : 0;
            switch (key) {
                case Key.Enter _ -> {
                    console.err().flush();
                    return candidates.get(selected);
                }
                case Key.Quit _ -> throw new ChoiceCancelledException();
                case Key.Up _ -> selected = Math.floorMod(selected - 1, candidates.size());
                case Key.Down _ -> selected = Math.floorMod(selected + 1, candidates.size());
                case Key.Digit _ -> selected = typed > 0 ? typed - 1 : selected;
                case Key.Other _ -> {}
            }
            draw(candidates, selected, width, true);
        }
    }

    /// A number of several digits, as far as there is such a candidate; else the digit starts a new one.
    private static int append(int typed, int digit, int count) {
        int longer = typed * 10 + digit;
        return longer <= count ? longer : digit <= count ? digit : 0;
    }

    private Key next() {
        try {
            return Key.read(console.in());
        } catch (IOException e) {
            throw new ChoiceCancelledException();
        }
    }

    /// @param width of the longest line: one that wraps would take two of the terminal's, and be counted as one when it
    ///     is drawn again
    private void draw(List<Candidate> candidates, int selected, int width, boolean again) {
        if (again) {
            console.err().raw("\u001b[" + (candidates.size() + 1) + "A\r\u001b[J");
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            String text = clipped((i == selected ? "> " : "  ") + (i + 1) + ". " + candidate.reference(), width);
            String origin = clipped("  (" + candidate.origin() + ")", width - text.length());
            console.err()
                    .line(console.forErr()
                            .add(i == selected ? Style.CYAN : Style.PLAIN, text)
                            .add(Style.DIM, origin));
        }
        console.err().line(console.forErr().add(Style.DIM, clipped(HELP, width)));
        console.err().flush();
    }

    private static String clipped(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return most < 3 ? "" : text.substring(0, most - 3) + "...";
    }
}
