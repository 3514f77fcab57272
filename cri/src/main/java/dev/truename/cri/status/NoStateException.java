package dev.truename.cri.status;

/// Nobody told a state.
public final class NoStateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean other;

    NoStateException(boolean other, String message, Throwable cause) {
        super(message, cause);
        this.other = other;
    }

    /// Whether something answered that is no node service of truename.
    public boolean isOther() {
        return other;
    }
}
