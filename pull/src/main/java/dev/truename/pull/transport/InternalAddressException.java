package dev.truename.pull.transport;

import java.io.IOException;

/// A host that was named by another party stands for an address inside this machine or network.
final class InternalAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    InternalAddressException(Endpoint endpoint) {
        super(endpoint + " has an internal address");
    }
}
