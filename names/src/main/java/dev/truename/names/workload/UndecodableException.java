package dev.truename.names.workload;

/// Bytes that are no text. Never leaves this package.
final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    UndecodableException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
