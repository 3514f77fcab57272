package dev.truename.cri.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// There is no socket to serve on. The message says what is wrong and where, and what to do.
public final class SocketException extends IOException {
    private static final long serialVersionUID = 1L;

    SocketException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
