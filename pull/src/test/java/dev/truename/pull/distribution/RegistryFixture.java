package dev.truename.pull.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Blob;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/// A client for a test, with time of its own.
final class RegistryFixture {
    final FakeTime time = new FakeTime();

    TransportSettings transport() {
        return TransportSettings.of("test").with(time);
    }

    DistributionClient client(CredentialSource credentials) {
        return new DistributionClient(DistributionSettings.of(transport()), credentials);
    }

    DistributionClient client(CredentialSource credentials, Map<String, Set<String>> tokenServers) {
        return new DistributionClient(new DistributionSettings(transport(), tokenServers), credentials);
    }

    DistributionClient hasty(Duration idle) {
        return new DistributionClient(
                DistributionSettings.of(transport().withTimeouts(Duration.ofSeconds(10), idle)),
                CredentialSource.none());
    }

    RemoteRepository anonymous(TestRegistry registry, String path) {
        return client(CredentialSource.none()).repository(repository(registry, path), true);
    }

    static Repository repository(TestRegistry registry, String path) {
        return new Repository(registry.host(), path);
    }

    static CredentialSource basic(TestRegistry registry, String user, String password) {
        return new GivenCredential(registry.host(), new Credential.Basic(user, password));
    }

    static Descriptor descriptor(Blob blob) {
        return Descriptor.of("application/octet-stream", Digest.parse(blob.digest()), blob.size());
    }

    static byte[] read(RemoteRepository repository, Descriptor descriptor, long offset) throws IOException {
        try (RemoteBlob blob = repository.blob(descriptor, offset)) {
            return blob.body().readAllBytes();
        }
    }

    /// The failure that something ends with, of exactly this kind.
    static <F extends PullFailure> F failure(Class<F> kind, Executable call) {
        PullException thrown = assertThrows(PullException.class, call);
        assertEquals(kind, thrown.failure().getClass(), () -> "not expected: " + thrown.getMessage());
        return kind.cast(thrown.failure());
    }
}
