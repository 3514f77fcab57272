package dev.truename.pull.transport;

import java.io.IOException;

/// A secret would have gone over plain HTTP to another machine.
final class PlainSecretException extends IOException {
    private static final long serialVersionUID = 1L;

    PlainSecretException(Endpoint endpoint) {
        super("a secret is not sent to " + endpoint + " over plain HTTP");
    }
}
