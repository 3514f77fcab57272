package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.transport.HttpTransport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Connections to registries, shared by all pulls. Tokens are not: each pull has its own credentials, and
/// nothing of it stays behind.
final class RegistryConnections implements AutoCloseable {
    /// So soon a change of certificates takes effect.
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final DistributionSettings settings;
    private @Nullable HttpTransport current;
    private long made;

    RegistryConnections(DistributionSettings settings) {
        this.settings = requireNonNull(settings);
    }

    /// A client for one pull; to be closed after it.
    DistributionClient client(CredentialSource credentials) {
        return new DistributionClient(transport(), settings.tokenServers(), credentials);
    }

    private synchronized HttpTransport transport() {
        long now = System.nanoTime();
        @Nullable HttpTransport old = current;
        if (old != null && now - made < LIFE.toNanos()) {
            return old;
        }
        HttpTransport fresh = new HttpTransport(settings.transport());
        current = fresh;
        made = now;
        if (old != null) {
            old.close(); // calls under way go on
        }
        return fresh;
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
