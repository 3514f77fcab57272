package dev.truename.cli.command;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.spec.ExitCode;

/// Ends a command with one error.
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String kind;
    private final String message;
    private final String fix;

    /// @param kind a short stable word for scripts, such as `not-found`
    /// @param message what is wrong and where, one line or several
    /// @param fix what to do; may be empty
    public CommandException(ExitCode exitCode, String kind, String message, String fix) {
        super(message, null, false, false);
        this.exitCode = requireNonNull(exitCode);
        this.kind = requireNonNull(kind);
        this.message = requireNonNull(message);
        this.fix = requireNonNull(fix);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public String kind() {
        return kind;
    }

    public String message() {
        return message;
    }

    public String fix() {
        return fix;
    }
}
