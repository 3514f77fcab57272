package dev.truename.cli.args;

/// A command line that means nothing. The message is one line and says what to write instead where that is known.
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message, null, false, false);
    }
}
