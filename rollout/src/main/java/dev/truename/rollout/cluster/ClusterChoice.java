package dev.truename.rollout.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which cluster to read, and what of it.
///
/// @param kubeconfig the one file to read; without it those of `KUBECONFIG`, `~/.kube/config`, or inside a pod its
///     service account
/// @param context of the kubeconfig; without it the current one
/// @param namespace the only one to read; without it all
/// @param patience how long one request may take, its answer included
public record ClusterChoice(
        Optional<Path> kubeconfig, Optional<String> context, Optional<String> namespace, Duration patience) {
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    public ClusterChoice {
        requireNonNull(kubeconfig);
        requireNonNull(context);
        requireNonNull(namespace);
        requireNonNull(patience);
    }

    /// All of the cluster that kubectl would talk to.
    public static ClusterChoice usual() {
        return new ClusterChoice(Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_PATIENCE);
    }
}
