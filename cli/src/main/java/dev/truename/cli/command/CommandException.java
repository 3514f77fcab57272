package dev.truename.cli.command;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.io.Json;
import dev.truename.cli.spec.ExitCode;

/// Ends a command with one error.
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String kind;
    private final String message;
    private final String fix;
    private final transient Details details;

    /// What else a script is told.
    @FunctionalInterface
    public interface Details {
        Details NONE = json -> {};

        /// Adds members to the error object.
        void addTo(Json json);
    }

    /// An error with nothing to tell scripts beside its kind.
    public CommandException(ExitCode exitCode, String kind, String message, String fix) {
        this(exitCode, kind, message, fix, Details.NONE);
    }

    /// @param kind a short stable word for scripts, such as `not-found`
    /// @param message what is wrong and where, one line or several
    /// @param fix what to do; may be empty
    public CommandException(ExitCode exitCode, String kind, String message, String fix, Details details) {
        super(message, null, false, false);
        this.exitCode = requireNonNull(exitCode);
        this.kind = requireNonNull(kind);
        this.message = requireNonNull(message);
        this.fix = requireNonNull(fix);
        this.details = requireNonNull(details);
    }

    /// Somebody ended the process before its answer was there.
    public static CommandException interrupted() {
        return new CommandException(ExitCode.INTERRUPTED, "interrupted", "interrupted", "");
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

    /// Writes the error as a member named `error`.
    public void addTo(Json json) {
        json.startObject("error").member("kind", kind).member("message", message);
        if (!fix.isEmpty()) {
            json.member("fix", fix);
        }
        details.addTo(json);
        json.endObject();
    }
}
