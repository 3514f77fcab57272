package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.pull.PullSettings;
import java.time.Duration;
import java.util.Optional;

/// How the store is served.
///
/// @param version of Truename, for those who ask
/// @param platform of this node; of an index its image is taken
/// @param fallback when a search goes on
/// @param signatures which images may be pulled, as far as their signatures go
/// @param parallelBlobs how many blobs are fetched at once, over all pulls
/// @param parallelPulls how many pulls go on at once; further ones wait in the order in which they came
/// @param progressTimeout a pull in which nothing happens for so long is ended; zero for never
/// @param registries how registries are reached
/// @param nodeCredentials the node's own, where a request brings none
/// @param namespacedAuth credentials of namespaces, looked at before the node's
public record OwnStoreSettings(
        String version,
        Platform platform,
        PinnedImages pinned,
        PullSettings.SearchFallback fallback,
        SignaturePolicyFiles signatures,
        int parallelBlobs,
        int parallelPulls,
        Duration progressTimeout,
        DistributionSettings registries,
        NodeCredentials nodeCredentials,
        Optional<NamespacedAuth> namespacedAuth) {
    public static final int DEFAULT_PARALLEL_PULLS = 8;
    public static final Duration DEFAULT_PROGRESS_TIMEOUT = Duration.ofMinutes(5);

    /// The credentials that this node has.
    @FunctionalInterface
    public interface NodeCredentials {
        /// @param configuration names the helpers to ask
        CredentialSource of(RegistriesConfiguration configuration);
    }

    public OwnStoreSettings {
        requireNonNull(version);
        requireNonNull(platform);
        requireNonNull(pinned);
        requireNonNull(fallback);
        requireNonNull(signatures);
        if (parallelBlobs < 1 || parallelPulls < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        requireNonNull(progressTimeout);
        requireNonNull(registries);
        requireNonNull(nodeCredentials);
        requireNonNull(namespacedAuth);
    }
}
