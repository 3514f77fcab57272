package dev.truename.pull.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.pull.PullSettings.Platforms;
import dev.truename.pull.pull.PullSettings.SearchFallback;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;
import dev.truename.pull.store.StoredImage;
import dev.truename.pull.transport.Pauses;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.log.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A pull as the product makes it, from a registries.conf to a store, with settings that a test changes before it
/// pulls.
final class PullFixture implements AutoCloseable {
    static final Platforms HOST = new Platforms.One(Platform.parse("linux/amd64"), false);

    final ImageStore store;
    final CountedPauses time = new CountedPauses();
    final List<PullEvent> events = new CopyOnWriteArrayList<>();

    Pauses pauses = time;
    Platforms platforms = HOST;
    SearchFallback fallback = SearchFallback.NOT_FOUND;
    SignaturePolicyFiles signatures = SignaturePolicyFiles.NONE;
    boolean confirmed;
    int parallelBlobs = PullSettings.DEFAULT_PARALLEL_BLOBS;
    CredentialSource credentials = CredentialSource.none();
    TransportSettings transport = TransportSettings.of("test").with(time);

    private final Path folder;
    private final StringBuilder conf = new StringBuilder();
    private Optional<DistributionClient> client = Optional.empty();

    PullFixture(Path folder) throws PullException {
        this.folder = folder;
        this.store = ImageStore.open(folder.resolve("store"), new StoreSettings(false));
    }

    PullFixture conf(String toml) {
        conf.append(toml).append('\n');
        return this;
    }

    /// Pulls with a new client, which knows these credentials.
    PullFixture as(CredentialSource known) {
        close();
        credentials = known;
        client = Optional.empty();
        return this;
    }

    /// A registry over plain HTTP with mirrors of the same kind; a mirror is `HOST[/PATH]` with `pull-from-mirror`
    /// behind a space.
    PullFixture registry(String location, String... mirrors) {
        return table(location, "insecure = true", mirrors);
    }

    PullFixture blocked(String location, String... mirrors) {
        return table(location, "blocked = true", mirrors);
    }

    private PullFixture table(String location, String line, String... mirrors) {
        conf("[[registry]]\nlocation = \"" + location + "\"\n" + line);
        for (String mirror : mirrors) {
            String[] words = mirror.split(" ", 2);
            conf("[[registry.mirror]]\nlocation = \"" + words[0] + "\"\ninsecure = true");
            if (words.length == 2) {
                conf("pull-from-mirror = \"" + words[1] + "\"");
            }
        }
        return this;
    }

    RegistriesConfiguration configuration() {
        try {
            Path file = Files.writeString(folder.resolve("registries.conf"), conf);
            Path none = folder.resolve("none");
            HostEnvironment host = new HostEnvironment(Map.of(), folder, 1000, none, none, none);
            ConfigurationChoices choices = new ConfigurationChoices(
                    Generation.CURRENT,
                    Optional.of(file),
                    Optional.of(none),
                    Optional.of(folder.resolve("aliases.conf")),
                    Optional.empty());
            return ConfigurationLoader.load(ConfigurationSources.of(host, choices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Puller puller() {
        return new Puller(
                new PullSourcePlanner(configuration()),
                this::remote,
                store,
                new PullSettings(platforms, fallback, parallelBlobs, signatures, confirmed),
                pauses);
    }

    private RemoteRepository remote(PullSource source) {
        client = client.or(() -> Optional.of(new DistributionClient(DistributionSettings.of(transport), credentials)));
        return client.get().repository(source.reference().repository(), source.insecure());
    }

    PullOutcome pull(String... candidates) {
        return pull(Arrays.stream(candidates).map(Qualified::parse).toList());
    }

    PullOutcome pull(List<Qualified> candidates) {
        return puller().pull(candidates, events::add);
    }

    LookupOutcome lookUp(String... candidates) {
        return new Lookup(new PullSourcePlanner(configuration()), this::remote, fallback)
                .find(Arrays.stream(candidates).map(Qualified::parse).toList());
    }

    /// Pulls, and looks whether what is stored is whole to the last bit.
    PullOutcome.Pulled pulled(String... candidates) throws PullException {
        PullOutcome.Pulled pulled = assertInstanceOf(PullOutcome.Pulled.class, pull(candidates));
        assertEquals(
                Optional.of(pulled.root().digest()),
                store.find(pulled.reference().toString()).map(found -> found.digest()));
        assertEquals(List.of(), store.verify());
        return pulled;
    }

    /// Pulls in vain, and looks whether that left no name and nothing half-written.
    PullOutcome.Failed failed(String... candidates) throws PullException {
        List<StoredImage> before = store.images();
        PullOutcome.Failed failed = assertInstanceOf(PullOutcome.Failed.class, pull(candidates));
        assertEquals(before, store.images());
        assertNothingBegun();
        return failed;
    }

    void assertNothingBegun() throws PullException {
        assertEquals(0, store.prune(true).leftovers());
        assertEquals(List.of(), store.verify());
    }

    /// The most telling failure's kind.
    static String kind(PullOutcome.Failed failed) {
        return kind(failed.mostTelling().failure());
    }

    static String kind(PullFailure failure) {
        return failure.getClass().getSimpleName();
    }

    /// What was asked, without the attempts at TLS that an insecure source starts with.
    static List<RecordedRequest> requests(TestRegistry registry) {
        return registry.log().matching(request -> request.path().startsWith("/v2/"));
    }

    static List<RecordedRequest> blobRequests(TestRegistry registry) {
        return registry.log().of(Route.Kind.BLOB);
    }

    static List<String> ranges(TestRegistry registry) {
        return blobRequests(registry).stream()
                .map(request -> request.header("Range").orElse("-"))
                .toList();
    }

    @Override
    public void close() {
        client.ifPresent(DistributionClient::close);
    }

    /// Time that does not pass, and what it was asked to wait.
    static final class CountedPauses implements Pauses {
        private final List<Duration> asked = new CopyOnWriteArrayList<>();

        @Override
        public void pause(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            asked.add(duration);
        }

        @Override
        public java.time.Instant now() {
            return java.time.Instant.parse("2026-01-01T00:00:00Z");
        }

        @Override
        public double jitter() {
            return 0;
        }

        List<Duration> asked() {
            return List.copyOf(asked);
        }
    }
}
