package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// An HTTP proxy.
///
/// @param endpoint where it listens; with TLS if its URL is https
/// @param authorization the value of `Proxy-Authorization`, if its URL has user information
public record Proxy(Endpoint endpoint, Optional<String> authorization) {
    public Proxy {
        requireNonNull(endpoint);
        requireNonNull(authorization);
    }

    /// Names no secret.
    @Override
    public String toString() {
        return endpoint.toString();
    }
}
