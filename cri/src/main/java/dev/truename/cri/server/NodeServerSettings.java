package dev.truename.cri.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What callers may ask of the server.
///
/// @param requestBytes the largest request
/// @param callsPerConnection how many calls of one connection are answered at once; the others wait at the
///     caller
/// @param callsAtOnce how many are answered at once, whoever they are from; more are refused
/// @param grace how long calls that are under way may go on when the server stops
public record NodeServerSettings(int requestBytes, int callsPerConnection, int callsAtOnce, Duration grace) {
    /// What fits the kubelet, and is enough for a pull of every container of a full node at once.
    public static final NodeServerSettings DEFAULT =
            new NodeServerSettings(4 << 20, 4096, 8192, Duration.ofSeconds(30));

    public NodeServerSettings {
        if (requestBytes < 1 || callsPerConnection < 1 || callsAtOnce < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        requireNonNull(grace);
    }

    public NodeServerSettings withGrace(Duration value) {
        return new NodeServerSettings(requestBytes, callsPerConnection, callsAtOnce, value);
    }
}
