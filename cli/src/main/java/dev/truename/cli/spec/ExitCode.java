package dev.truename.cli.spec;

/// How a command ended. Scripts depend on the numbers: they do not change.
public enum ExitCode {
    DONE(0, "Done."),
    FAILURE(1, "A failure that no other code is for."),
    USAGE(2, "Wrong usage: an unknown command or option, a missing or malformed argument."),
    CONFIGURATION(3, "The configuration cannot be used."),
    UNRESOLVED(4, "A short name is ambiguous, or nothing says what it means."),
    NOT_FOUND(5, "There is no such image."),
    CREDENTIALS(6, "A registry refused the credentials, or wants some."),
    UNREACHABLE(7, "A registry cannot be reached, fails, or limits the rate of requests."),
    VERIFICATION(8, "What a registry sent is not what was asked for."),
    BLOCKED(9, "The configuration blocks the registry."),
    FINDINGS(10, "A check found what it looks for."),
    INTERRUPTED(130, "Interrupted, such as by Ctrl-C."),
    OUTPUT_CLOSED(141, "The reader of the output went away, as in `truename images | head -1`.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// The status that the process ends with.
    public int code() {
        return code;
    }

    /// One sentence for the manual.
    public String meaning() {
        return meaning;
    }

    /// This one, unless it is [#DONE]: of several names, the first failure is told.
    public ExitCode orElse(ExitCode later) {
        return this == DONE ? later : this;
    }
}
