package dev.truename.pull.transport;

import java.io.IOException;

/// There was no TLS handshake, perhaps because few groups for the key exchange were offered; next time all are.
final class FewGroupsException extends IOException {
    private static final long serialVersionUID = 1L;

    FewGroupsException(Endpoint endpoint, IOException cause) {
        super(endpoint + " did not finish the handshake", cause);
    }
}
