package dev.truename.testkit.http;

import java.io.IOException;

/// A client sent what this server does not read: it is answered with the status, and the connection ends.
public final class BadRequestException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    public BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
