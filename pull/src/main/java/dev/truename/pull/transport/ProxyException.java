package dev.truename.pull.transport;

import java.io.IOException;

/// A proxy does not pass a connection through. The message names no secret.
final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyException(String message) {
        super(message);
    }

    ProxyException(String message, IOException cause) {
        super(message, cause);
    }
}
