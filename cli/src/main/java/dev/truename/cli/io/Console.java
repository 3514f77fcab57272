package dev.truename.cli.io;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.util.Map;

/// The three standard streams, and what is at their ends. The answer goes to `out`; everything else to `err`.
///
/// @param in unbuffered
/// @param terminals whether a stream is connected to a terminal; asked only when it matters
/// @param environment for the variables about terminals: NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM, COLUMNS
public record Console(InputStream in, Output out, Output err, Terminals terminals, Map<String, String> environment) {
    private static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 40;

    /// Tells which streams are terminals.
    @FunctionalInterface
    public interface Terminals {
        boolean isTerminal(Descriptor descriptor);
    }

    /// This process's.
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)),
                Descriptor::isTerminal,
                System.getenv());
    }

    /// Whether a stream is a terminal.
    public boolean isTerminal(Descriptor descriptor) {
        return terminals.isTerminal(descriptor);
    }

    /// Whether somebody is there to be asked: with no terminal on standard input or output nobody is, as for podman.
    public boolean canAsk() {
        return isTerminal(Descriptor.INPUT) && isTerminal(Descriptor.OUTPUT) && isTerminal(Descriptor.ERROR);
    }

    /// Whether the terminal cannot move its cursor.
    public boolean isDumb() {
        String term = environment.getOrDefault("TERM", "");
        return term.isEmpty() || term.equals("dumb");
    }

    /// A text for standard output, coloured if that is wanted there.
    public Styled forOut() {
        return new Styled(colour(Descriptor.OUTPUT));
    }

    /// A text for standard error, coloured if that is wanted there.
    public Styled forErr() {
        return new Styled(colour(Descriptor.ERROR));
    }

    /// Whether colour is wanted on a stream: never with NO_COLOR set (no-color.org) or CLICOLOR=0, always with
    /// CLICOLOR_FORCE, else on a terminal that is not dumb.
    public boolean colour(Descriptor descriptor) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || "0".equals(environment.get("CLICOLOR"))) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return !isDumb() && isTerminal(descriptor);
    }

    /// How many columns text on a stream may have: those of the terminal, or 80.
    public int width(Descriptor descriptor) {
        int told = number(environment.getOrDefault("COLUMNS", ""));
        if (told == 0 && isTerminal(descriptor)) {
            told = Stty.columns();
        }
        return told == 0 ? DEFAULT_WIDTH : Math.max(NARROWEST, told);
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// A warning: one line, which nothing waits for.
    public void warn(String message) {
        err.line(forErr().add(Styled.Style.YELLOW, "warning:").add(" " + message));
        err.flush();
    }

    /// An error: what is wrong and where, on one line or several.
    public void error(String message) {
        int end = message.indexOf('\n');
        String first = end < 0 ? message : message.substring(0, end);
        err.line(forErr().add(Styled.Style.RED, "truename:").add(" " + first));
        if (end >= 0) {
            hint(message.substring(end + 1));
        }
    }

    /// What belongs to an error, on lines of its own; nothing where there is nothing to say.
    public void hint(String text) {
        if (!text.isEmpty()) {
            for (String line : text.split("\n", -1)) {
                err.line(line);
            }
        }
    }

    /// Hands on what is buffered in both outputs; what was told on the way comes before the answer.
    public void flush() {
        err.flush();
        out.flush();
    }
}
