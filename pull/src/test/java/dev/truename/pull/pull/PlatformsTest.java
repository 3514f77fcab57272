package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullSettings.Platforms;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Format;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Malformed;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which images of an index are taken, and which manifests are not understood on purpose.
class PlatformsTest {
    private final TestRegistry registry = TestRegistry.start();
    private final TestImage amd = image(Platform.AMD64);
    private final TestImage arm = image(Platform.ARM64);

    @TempDir
    Path folder;

    private PullFixture fixture;

    private static TestImage image(Platform platform) {
        return TestImage.builder()
                .platform(platform)
                .layer(Layer.file("made-for", platform.architecture()))
                .build();
    }

    @BeforeEach
    void fill() throws Exception {
        fixture = new PullFixture(folder).registry(registry.host());
        registry.push("app", "1", TestIndex.of(amd, arm));
    }

    @AfterEach
    void stop() {
        fixture.close();
        registry.close();
    }

    private String name() {
        return registry.host() + "/app:1";
    }

    private void ask(String platform) {
        fixture.platforms = new Platforms.One(dev.truename.pull.manifest.Platform.parse(platform), true);
    }

    private static List<String> digests(List<Descriptor> images) {
        return images.stream().map(image -> image.digest().toString()).toList();
    }

    @Test
    void theHostsOwnIsTaken() throws Exception {
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertEquals(List.of(amd.digest()), digests(pulled.images()));
        assertEquals(2, pulled.transfer().fetchedBlobs());
    }

    @ParameterizedTest
    @CsvSource({"linux/arm64", "linux/arm64/v8", "linux/aarch64"})
    void theOneThatWasAskedForIsTaken(String platform) throws Exception {
        ask(platform);
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertEquals(List.of(arm.digest()), digests(pulled.images()));
        assertEquals("linux/arm64/v8", pulled.platform().orElseThrow().toString());
    }

    @Test
    void whereNoneFitsItIsToldWhatThereIs() throws Exception {
        ask("linux/s390x");
        PullOutcome.Failed failed = fixture.failed(name());

        assertEquals("Unsupported", kind(failed));
        String detail = failed.mostTelling().failure().detail();
        assertTrue(detail.contains("linux/amd64") && detail.contains("linux/arm64/v8"), detail);
        assertEquals(0, PullFixture.blobRequests(registry).size());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void allOfThemAreTaken(Format format) throws Exception {
        registry.push(
                "app",
                "1",
                TestIndex.builder().format(format).image(amd).image(arm).build());
        fixture.platforms = new Platforms.All();
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertEquals(List.of(amd.digest(), arm.digest()), digests(pulled.images()));
        assertTrue(fixture.store.content(pulled.root()).left().isEmpty());
    }

    @Test
    void theOtherPlatformIsAddedUnderTheSameName() throws Exception {
        fixture.pulled(name());
        ask("linux/arm64");
        PullOutcome.Pulled pulled = fixture.pulled(name());

        assertEquals(2, fixture.store.content(pulled.root()).images().size());
    }

    @Test
    void anImageWithoutIndexIsTakenAsItIs() throws Exception {
        registry.push("app", "1", arm);

        assertEquals(arm.digest(), fixture.pulled(name()).root().digest().toString());
    }

    @Test
    void anImageWithoutIndexIsRefusedIfAnotherPlatformWasAskedFor() throws Exception {
        registry.push("app", "1", arm);
        ask("linux/amd64");

        PullOutcome.Failed failed = fixture.failed(name());
        assertEquals("Unsupported", kind(failed));
        assertTrue(failed.mostTelling().failure().detail().contains("linux/arm64"));
        assertEquals(1, PullFixture.blobRequests(registry).size());
        ask("linux/arm64");
        fixture.pulled(name());
    }

    @Test
    void anIndexThatDoesNotTellThePlatformIsBelievedNoMore() throws Exception {
        registry.push("app", "1", untold());
        ask("linux/amd64");
        assertEquals("Unsupported", kind(fixture.failed(name())));
        ask("linux/arm64");
        assertEquals(List.of(arm.digest()), digests(fixture.pulled(name()).images()));
    }

    private TestIndex untold() {
        return TestIndex.builder()
                .image(arm, told -> arm.manifest().descriptor())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, true", "5, false", "50, false"})
    void indexesInIndexesAreFollowedToABound(int depth, boolean taken) throws Exception {
        Manifest manifest = amd.manifest();
        registry.push("app", amd);
        for (int i = 0; i < depth; i++) {
            manifest = TestIndex.builder()
                    .entry(manifest.descriptor().withPlatform(Platform.AMD64))
                    .build()
                    .manifest();
            registry.push("app", manifest);
        }
        registry.tag("app", "1", manifest.digest());
        if (taken) {
            assertEquals(List.of(amd.digest()), digests(fixture.pulled(name()).images()));
        } else {
            assertEquals("TooLarge", kind(fixture.failed(name())));
        }
    }

    @Test
    void thereAreNotMoreManifestsThanAnybodyNeeds() throws Exception {
        TestIndex.Builder index = TestIndex.builder();
        for (int i = 0; i < 1100; i++) {
            TestImage one =
                    TestImage.builder().annotation("i", Integer.toString(i)).build();
            index.image(one);
        }
        registry.push("app", "1", index.build());
        fixture.platforms = new Platforms.All();

        assertEquals("TooLarge", kind(fixture.failed(name())));
        assertTrue(PullFixture.requests(registry).size() <= 1001);
    }

    @Test
    void whatAnIndexNamesTwiceIsFetchedOnce() throws Exception {
        TestIndex.Builder index = TestIndex.builder().image(amd);
        for (int i = 0; i < 100; i++) {
            index.entry(amd.manifest().descriptor().withPlatform(Platform.AMD64));
        }
        registry.push("app", "1", index.build());
        fixture.platforms = new Platforms.All();
        fixture.pulled(name());

        assertEquals(4, PullFixture.requests(registry).size());
    }

    static List<Arguments> refused() {
        TestImage image = TestImage.of("image");
        TestImage other = TestImage.of("other");
        return List.of(
                Arguments.of("schema 1", Malformed.schema1("app", "1"), "Unsupported"),
                Arguments.of("image and index", Malformed.imageAndIndex(image, other), "Malformed"),
                Arguments.of("a key twice", Malformed.duplicateKey(image, other), "Malformed"),
                Arguments.of("deep", Malformed.deep(image, 100_000), "Malformed"),
                Arguments.of("huge", Malformed.huge(image, 4 << 20), "TooLarge"),
                Arguments.of("cut off", Malformed.truncated(image, 3), "Malformed"),
                Arguments.of("told as an index", Malformed.told(image, Format.OCI.indexType()), "Malformed"),
                Arguments.of("told as Docker's", Malformed.told(image, Format.DOCKER.manifestType()), "Malformed"),
                Arguments.of(
                        "a digest that leaves the folder",
                        TestImage.builder()
                                .layer(Layer.file("a", "b"), told -> told.withDigest("sha256:../../../../etc/passwd"))
                                .build()
                                .manifest(),
                        "Malformed"),
                Arguments.of(
                        "a negative size",
                        TestImage.builder()
                                .layer(Layer.file("a", "b"), told -> told.withSize(-1))
                                .build()
                                .manifest(),
                        "Malformed"),
                Arguments.of("no manifest", Manifest.of(Format.OCI.manifestType(), "[]"), "Malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aManifestThatCouldBeReadInTwoWaysIsRefused(String name, Manifest manifest, String kind) throws Exception {
        registry.push("app", "1", manifest);

        assertEquals(kind, kind(fixture.failed(name())), name);
        assertEquals(0, PullFixture.blobRequests(registry).size());
    }

    @Test
    void theUrlsOfAForeignLayerAreNeverContacted() throws Exception {
        try (TestRegistry foreign = TestRegistry.start()) {
            TestImage image = TestImage.builder()
                    .format(Format.DOCKER)
                    .layer(
                            Layer.file("a", "b"),
                            told -> told.withMediaType("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")
                                    .withUrls(foreign.uri() + "/v2/app/blobs/" + told.digest()))
                    .build();
            registry.push("app", "1", image);
            foreign.push("app", "1", image);

            assertEquals("Unsupported", kind(fixture.failed(name())));
            assertEquals(0, foreign.acceptedConnections());
        }
    }

    @Test
    void theUrlsOfAnyLayerAreNeverContacted() throws Exception {
        try (TestRegistry foreign = TestRegistry.start()) {
            TestImage image = TestImage.builder()
                    .layer(Layer.file("a", "b"), told -> told.withUrls(foreign.uri() + "/x"))
                    .build();
            registry.push("app", "1", image);
            fixture.pulled(name());

            assertEquals(0, foreign.acceptedConnections());
        }
    }

    @Test
    void twoSizesForOneDigestAreAMismatch() throws Exception {
        Layer layer = Layer.file("a", "b");
        TestImage image = TestImage.builder()
                .layer(layer)
                .layer(layer, told -> told.withSize(told.size() + 1))
                .build();
        registry.push("app", "1", image);

        assertEquals("Mismatch", kind(fixture.failed(name())));
    }
}
