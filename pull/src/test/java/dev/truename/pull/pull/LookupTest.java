package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.ImageConfig;
import dev.truename.pull.manifest.Manifest;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking goes the way of a pull and leaves nothing behind.
class LookupTest {
    private final TestRegistry mirror = TestRegistry.start();
    private final TestRegistry primary = TestRegistry.start();
    private final TestRegistry other = TestRegistry.start();
    private final TestImage image = TestImage.builder().platform(Platform.AMD64).build();

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture =
                new PullFixture(folder).registry(primary.host(), mirror.host()).registry(other.host());
    }

    @AfterEach
    void stop() {
        fixture.close();
        mirror.close();
        primary.close();
        other.close();
    }

    private FoundImage found(String... candidates) {
        return assertInstanceOf(LookupOutcome.Found.class, fixture.lookUp(candidates))
                .image();
    }

    private LookupOutcome.Failed failed(String... candidates) {
        return assertInstanceOf(LookupOutcome.Failed.class, fixture.lookUp(candidates));
    }

    @Test
    void nothingIsFetchedButTheManifest() throws Exception {
        mirror.push("app", "1", image);
        FoundImage found = found(primary.host() + "/app:1");
        assertEquals(image.digest(), found.manifest().digest().toString());
        assertEquals(primary.host() + "/app:1", found.reference().toString());
        assertEquals(mirror.host() + "/app:1", found.source().reference().toString());
        assertEquals(1, PullFixture.requests(mirror).size());
        assertEquals(0, primary.acceptedConnections());
        assertEquals(List.of(), fixture.store.images());
    }

    /// As in a pull, a mirror that is down does not stand for the registry's word.
    @Test
    void aSearchGoesOnBehindAMirrorThatFailsIfTheRegistryHasNoSuchImage() {
        other.push("app", "1", image);
        mirror.inject(RequestMatcher.manifests(), Faults.status(503));
        FoundImage found = found(primary.host() + "/app:1", other.host() + "/app:1");
        assertEquals(other.host() + "/app:1", found.reference().toString());
    }

    @Test
    void aSearchEndsWhereTheRegistryFails() {
        other.push("app", "1", image);
        primary.inject(RequestMatcher.manifests(), Faults.status(403));
        LookupOutcome.Failed failed = failed(primary.host() + "/app:1", other.host() + "/app:1");
        assertEquals(
                List.of("NotFound", "Unauthorized"),
                failed.failures().stream().map(it -> kind(it.failure())).toList());
        assertEquals(0, other.acceptedConnections());
    }

    @Test
    void aBlockedCandidateIsNotAsked() {
        try (ClosedPort nobody = ClosedPort.reserve()) {
            fixture.blocked(nobody.host());
            LookupOutcome.Failed failed = failed(nobody.host() + "/app:1", other.host() + "/app:1");
            assertEquals("Blocked", kind(failed.failures().getFirst().failure()));
            assertEquals(0, other.acceptedConnections());
        }
    }

    @Test
    void aPieceThatTheFirstSourceLacksComesFromTheNext() throws Exception {
        TestIndex index = TestIndex.of(image);
        mirror.push("app", "1", index);
        primary.push("app", "1", index);
        FoundImage found = found(primary.host() + "/app:1");
        mirror.inject(RequestMatcher.manifests(), Faults.status(404));
        mirror.inject(RequestMatcher.blobs(), Faults.corrupt(3));
        Descriptor child = ((Manifest.Index) found.manifest()).manifests().getFirst();
        Manifest.Image inside = assertInstanceOf(Manifest.Image.class, found.manifest(child));
        assertEquals(
                "amd64",
                ImageConfig.parse(found.blob(inside.config(), ImageConfig.MAX_BYTES), "test")
                        .platform()
                        .architecture());
    }

    @Test
    void whatIsNotItsDigestOrTooLargeIsRefused() {
        other.push("app", "1", image);
        FoundImage found = found(other.host() + "/app:1");
        Descriptor config = ((Manifest.Image) found.manifest()).config();
        other.inject(RequestMatcher.blobs(), Faults.corrupt(3));
        PullException wrong = assertThrows(PullException.class, () -> found.blob(config, ImageConfig.MAX_BYTES));
        assertEquals("Mismatch", kind(wrong.failure()));
        PullException large =
                assertThrows(PullException.class, () -> found.blob(config, Math.toIntExact(config.size()) - 1));
        assertEquals("TooLarge", kind(large.failure()));
    }
}
