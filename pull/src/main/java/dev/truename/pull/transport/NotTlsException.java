package dev.truename.pull.transport;

import java.io.IOException;

/// The other side took part in no TLS handshake: it said nothing, or something else.
final class NotTlsException extends IOException {
    private static final long serialVersionUID = 1L;

    NotTlsException(Endpoint endpoint, IOException cause) {
        super(endpoint + " does not speak TLS", cause);
    }
}
