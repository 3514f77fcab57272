package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.manifest.Platform;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.log.RecordedRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorsTest {
    private final TestRegistry primary = TestRegistry.start();
    private final TestRegistry mirror = TestRegistry.start();
    private final TestImage image = TestImage.builder()
            .layer(Layer.file("a", "one"))
            .layer(Layer.file("b", "two"))
            .build();
    private final TestImage other = TestImage.of("what a mirror would like us to run");

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeEach
    void fill() throws Exception {
        fixture = new PullFixture(folder);
        primary.push("team/app", "1", image);
        mirror.push("m/app", "1", image);
    }

    @AfterEach
    void stop() {
        fixture.close();
        primary.close();
        mirror.close();
    }

    private String name() {
        return primary.host() + "/team/app:1";
    }

    private String byDigest() {
        return primary.host() + "/team/app@" + image.digest();
    }

    private void mirrored(String more) {
        fixture.registry(primary.host() + "/team", mirror.host() + "/m" + more);
    }

    private void assertTrueImage(PullOutcome.Pulled pulled) {
        assertEquals(image.digest(), pulled.root().digest().toString());
    }

    @Test
    void theMirrorServesAllOfItUnderTheLogicalName() throws Exception {
        mirrored("");
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertTrueImage(pulled);
        assertEquals(name(), pulled.reference().toString());
        assertTrue(pulled.source().mirror());
        assertEquals(0, primary.acceptedConnections());
    }

    @Test
    void aMirrorThatIsDownIsToldAndPassedOver() throws Exception {
        try (ClosedPort closed = ClosedPort.reserve()) {
            fixture.registry(primary.host() + "/team", closed.host() + "/m");
            PullOutcome.Pulled pulled = fixture.pulled(name());

            assertTrueImage(pulled);
            assertFalse(pulled.source().mirror());
            SourceFailure failure = pulled.failures().getFirst();
            assertEquals("Unreachable", kind(failure.failure()));
            assertTrue(failure.source().map(PullSource::mirror).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, NotFound", "2, NotFound"})
    void aMirrorThatLacksTheImageIsPassedOver(String tag, String kind) throws Exception {
        mirrored("");
        mirror.remove("m/app", "1");
        primary.push("team/app", tag, image);
        PullOutcome.Pulled pulled = fixture.pulled(primary.host() + "/team/app:" + tag);

        assertTrueImage(pulled);
        assertEquals(kind, kind(pulled.failures().getFirst().failure()));
    }

    @Test
    void aMirrorThatLiesAboutAManifestByDigestIsPassedOver() throws Exception {
        mirrored("");
        mirror.putManifest("m/app", image.digest(), other.manifest());
        mirror.inject(RequestMatcher.manifests(), Faults.digestHeader(image.digest()));
        PullOutcome.Pulled pulled = fixture.pulled(byDigest());

        assertTrueImage(pulled);
        assertEquals("Mismatch", kind(pulled.failures().getFirst().failure()));
    }

    @Test
    void aMirrorThatLiesAboutAChildManifestGivesTheRestOfIt() throws Exception {
        mirrored("");
        TestIndex index = TestIndex.of(image);
        primary.push("team/app", "1", index);
        mirror.push("m/app", "1", index);
        mirror.putManifest("m/app", image.digest(), other.manifest());
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertEquals(index.digest(), pulled.root().digest().toString());
        assertEquals(List.of("GET /v2/team/app/manifests/" + image.digest()), lines(primary));
        assertTrue(fixture.events.stream().anyMatch(event -> event instanceof PullEvent.SourceFailed));
    }

    @Test
    void aDigestHeaderThatIsNotTheBodysIsALie() throws Exception {
        mirrored("");
        mirror.inject(RequestMatcher.manifests(), Faults.digestHeader(other.digest()));
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertTrueImage(pulled);
        assertFalse(pulled.source().mirror());
        assertEquals("Mismatch", kind(pulled.failures().getFirst().failure()));
    }

    @Test
    void aBlobOfOtherBytesComesFromThePrimary() throws Exception {
        mirrored("");
        Blob layer = image.layers().getFirst().blob();
        mirror.inject(RequestMatcher.blobs().reference(layer.digest()), Faults.corrupt(3));
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertTrueImage(pulled);
        assertEquals(List.of("GET /v2/team/app/blobs/" + layer.digest()), lines(primary));
    }

    @Test
    void onlyTheBlobThatTheMirrorLacksComesFromThePrimary() throws Exception {
        mirrored("");
        Blob layer = image.layers().getLast().blob();
        mirror.remove("m/app", layer.digest());
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertTrueImage(pulled);
        assertEquals(3, pulled.transfer().fetchedBlobs());
        assertEquals(List.of("GET /v2/team/app/blobs/" + layer.digest()), lines(primary));
    }

    private static List<String> lines(TestRegistry registry) {
        return PullFixture.requests(registry).stream()
                .map(RecordedRequest::line)
                .toList();
    }

    @Test
    void aBlobThatBreaksOffAtTheMirrorGoesOnAtThePrimary() throws Exception {
        mirrored("");
        Blob layer = image.layers().getFirst().blob();
        mirror.inject(RequestMatcher.blobs().reference(layer.digest()).nth(1), Faults.truncateAfter(40));
        mirror.inject(RequestMatcher.blobs().reference(layer.digest()).after(1), Faults.status(503));
        assertTrueImage(fixture.pulled(name()));

        assertEquals(List.of("bytes=40-"), PullFixture.ranges(primary));
    }

    @Test
    void whatALyingMirrorGaveBeforeItBrokeOffIsThrownAway() throws Exception {
        mirrored("");
        Blob layer = image.layers().getFirst().blob();
        mirror.putBlob("m/app", layer.digest(), Blob.of(new byte[(int) layer.size()]));
        mirror.inject(RequestMatcher.blobs().reference(layer.digest()).nth(1), Faults.truncateAfter(40));
        mirror.inject(RequestMatcher.blobs().reference(layer.digest()).after(1), Faults.status(503));
        assertTrueImage(fixture.pulled(name()));

        assertEquals(List.of("bytes=40-", "-"), PullFixture.ranges(primary));
    }

    @ParameterizedTest
    @CsvSource({"digest-only, true", "tag-only, false", "all, true"})
    void aMirrorIsAskedByDigestOnlyIfItMayBe(String from, boolean asked) throws Exception {
        mirrored(" " + from);
        assertTrueImage(fixture.pulled(byDigest()));
        assertEquals(asked, mirror.acceptedConnections() > 0);
    }

    @ParameterizedTest
    @CsvSource({"digest-only, false", "tag-only, true", "all, true"})
    void aMirrorIsAskedByTagOnlyIfItMayBe(String from, boolean asked) throws Exception {
        mirrored(" " + from);
        assertTrueImage(fixture.pulled(name()));
        assertEquals(asked, mirror.acceptedConnections() > 0);
    }

    @Test
    void aBlockedRegistryIsServedByItsMirrorAlone() throws Exception {
        fixture.blocked(primary.host() + "/team", mirror.host() + "/m");
        assertTrueImage(fixture.pulled(name()));
        mirror.remove("m/app", image.layers().getFirst().blob().digest());
        fixture.store.remove(name());
        fixture.store.prune(false);
        assertEquals("Malformed", kind(fixture.failed(name())));
        assertEquals(0, primary.acceptedConnections());
    }

    @Test
    void everyFailedSourceIsToldTheMostTellingFirst() throws Exception {
        try (ClosedPort closed = ClosedPort.reserve();
                TestRegistry limited = TestRegistry.start()) {
            limited.inject(RequestMatcher.manifests(), Faults.tooManyRequests());
            primary.remove("team/app", "1");
            mirror.remove("m/app", "1");
            fixture.registry(
                    primary.host() + "/team", closed.host() + "/m", mirror.host() + "/m", limited.host() + "/m");
            PullOutcome.Failed failed = fixture.failed(name());

            assertEquals(
                    List.of("RateLimited", "NotFound", "Unreachable", "NotFound"),
                    failed.failures().stream().map(f -> kind(f.failure())).toList());
        }
    }

    @Test
    void aMirrorsFailureDoesNotStandForTheRegistrysWord() throws Exception {
        try (ClosedPort closed = ClosedPort.reserve();
                TestRegistry second = TestRegistry.start()) {
            second.push("app", "1", image);
            fixture.registry(primary.host() + "/team", closed.host() + "/m").registry(second.host());
            PullOutcome.Pulled pulled = fixture.pulled(primary.host() + "/team/none:1", second.host() + "/app:1");

            assertEquals(second.host() + "/app:1", pulled.reference().toString());
            assertEquals(2, pulled.failures().size());
        }
    }

    private static List<String> places(PullOutcome.Failed failed) {
        return failed.failures().stream()
                .map(f -> kind(f.failure()) + " at "
                        + f.source().orElseThrow().reference().repository().host())
                .toList();
    }

    @Test
    void aRateLimitOnAPieceIsToldOfWhoGaveIt() throws Exception {
        mirrored("");
        Blob layer = image.layers().getFirst().blob();
        mirror.remove("m/app", layer.digest());
        primary.inject(RequestMatcher.blobs(), Faults.tooManyRequests());

        assertEquals(
                List.of("RateLimited at " + primary.host(), "Malformed at " + mirror.host()),
                places(fixture.failed(name())));
    }

    @Test
    void whoeverTellsOfAnImageThatNobodyHasWholeIsTold() throws Exception {
        mirrored("");
        Blob layer = image.layers().getFirst().blob();
        mirror.remove("m/app", layer.digest());
        primary.remove("team/app", layer.digest());

        assertEquals(
                List.of("Malformed at " + mirror.host(), "Malformed at " + primary.host()),
                places(fixture.failed(name())));
    }

    /// The mirror's word that there is one does not stand against the registry's that there is none.
    @Test
    void whoDoesNotHaveAPieceIsStillHeardOnTheImage() throws Exception {
        try (TestRegistry second = TestRegistry.start()) {
            second.push("app", "1", image);
            mirrored("");
            fixture.registry(second.host());
            mirror.remove("m/app", image.layers().getFirst().blob().digest());
            primary.remove("team/app", "1");
            primary.remove("team/app", image.layers().getFirst().blob().digest());
            PullOutcome.Pulled pulled = fixture.pulled(name(), second.host() + "/app:1");

            assertEquals(
                    List.of("Malformed", "NotFound"),
                    pulled.failures().stream().map(f -> kind(f.failure())).toList());
        }
    }

    @Test
    void anImageThatDoesNotSuitIsToldOfEveryoneWhoHasIt() throws Exception {
        mirrored("");
        fixture.platforms = new PullSettings.Platforms.One(Platform.parse("linux/riscv64"), true);

        assertEquals(
                List.of("Unsupported at " + mirror.host(), "Unsupported at " + primary.host()),
                places(fixture.failed(name())));
    }
}
