package dev.truename.cli.prompt;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Asks which of several candidates a short name means: arrow keys or a number, then Enter. Asks on standard error, so
/// that the answer of the command stays alone on standard output.
public final class CandidatePrompt implements Chooser {
    private final Console console;

    public CandidatePrompt(Console console) {
        this.console = console;
    }

    /// @throws ChoiceCancelledException if somebody was asked and chose nothing
    @Override
    public Optional<Candidate> choose(ShortName name, List<Candidate> candidates) {
        Optional<RawTerminal> terminal = RawTerminal.open();
        if (terminal.isEmpty()) {
            return Optional.empty();
        }
        try (RawTerminal _ = terminal.get()) {
            return Optional.of(ask(name, candidates));
        }
    }

    /// Reads keys that arrive one by one.
    Candidate ask(ShortName name, List<Candidate> candidates) {
        console.err().line(console.forErr().add(Style.BOLD, "\"" + name + "\" has no alias. Which one is meant?"));
        draw(candidates, 0, false);
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
            draw(candidates, selected, true);
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

    private void draw(List<Candidate> candidates, int selected, boolean again) {
        if (again) {
            console.err().raw("\u001b[" + (candidates.size() + 1) + "A\r\u001b[J");
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            String text = (i == selected ? "> " : "  ") + (i + 1) + ". " + candidate.reference();
            console.err()
                    .line(console.forErr()
                            .add(i == selected ? Style.CYAN : Style.PLAIN, text)
                            .add(Style.DIM, "  (" + candidate.origin() + ")"));
        }
        console.err().line(console.forErr().add(Style.DIM, "Arrow keys or a number, then Enter; q to choose none."));
        console.err().flush();
    }
}
