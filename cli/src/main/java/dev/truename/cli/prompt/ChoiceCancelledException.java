package dev.truename.cli.prompt;

/// Somebody was asked, and chose nothing.
public final class ChoiceCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChoiceCancelledException() {
        super("nothing was chosen", null, false, false);
    }
}
