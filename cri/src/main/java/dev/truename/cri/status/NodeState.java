package dev.truename.cri.status;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reload.ReloadStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// How a node service stands at one moment.
///
/// @param upstream the runtime that keeps the images; none with a store of its own
/// @param metrics where metrics and health are served, if they are
public record NodeState(
        String version,
        Instant started,
        Path socket,
        Optional<String> upstream,
        Optional<String> metrics,
        Readiness readiness,
        ReloadStatus configuration,
        int pullsInFlight,
        int pullsWaiting) {
    public NodeState {
        requireNonNull(version);
        requireNonNull(started);
        requireNonNull(socket);
        requireNonNull(upstream);
        requireNonNull(metrics);
        requireNonNull(readiness);
        requireNonNull(configuration);
    }
}
