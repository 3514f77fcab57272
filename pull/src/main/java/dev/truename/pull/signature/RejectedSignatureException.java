package dev.truename.pull.signature;

/// One signature does not count. The message says why, in one line that can be shown.
final class RejectedSignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedSignatureException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
