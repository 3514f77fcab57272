package dev.truename.cri.own;

import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.cri.event.NodeListener;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.pull.PullSettings;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;
import dev.truename.pull.transport.TransportSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Stores of our own for tests, with settings that a test changes before it opens one.
final class OwnStores {
    List<String> pinned = List.of();
    int parallelPulls = 4;
    Duration progressTimeout = Duration.ZERO;
    CredentialSource nodeCredentials = CredentialSource.none();
    SignaturePolicyFiles signatures = SignaturePolicyFiles.NONE;
    Optional<NamespacedAuth> namespacedAuth = Optional.empty();

    OwnStore open(Path root, NodeListener listener) throws PullException {
        return OwnStore.open(ImageStore.open(root, new StoreSettings(false)), settings(), listener);
    }

    private OwnStoreSettings settings() {
        return new OwnStoreSettings(
                "1.2.3",
                Platform.parse("linux/amd64"),
                new PinnedImages(pinned),
                PullSettings.SearchFallback.NOT_FOUND,
                signatures,
                6,
                parallelPulls,
                progressTimeout,
                DistributionSettings.of(TransportSettings.of("test")),
                configuration -> nodeCredentials,
                namespacedAuth);
    }
}
