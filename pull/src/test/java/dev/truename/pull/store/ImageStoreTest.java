package dev.truename.pull.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Contents;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.manifest.PlatformChoice;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Format;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds whether what is stored outlives a loss of power or not.
@ParameterizedClass(name = "fsync {0}")
@ValueSource(booleans = {true, false})
class ImageStoreTest {
    private static final String REDIS = "docker.io/library/redis:7";
    private static final TestImage IMAGE = TestImage.builder()
            .layer(Layer.file("etc/a", "a"))
            .layer(Layer.file("etc/b", "b"))
            .build();
    private static final TestImage OTHER = TestImage.builder()
            .layer(Layer.file("etc/a", "a"))
            .layer(Layer.file("etc/c", "c"))
            .build();

    @Parameter
    boolean fsync;

    @TempDir
    Path folder;

    private Path root;
    private ImageStore store;

    @BeforeEach
    void open() throws PullException {
        root = folder.resolve("store");
        store = ImageStore.open(root, new StoreSettings(fsync));
    }

    private static PullFailure.Storage refused(Executable action) {
        PullException refused = assertThrows(PullException.class, action);
        return assertInstanceOf(PullFailure.Storage.class, refused.failure());
    }

    private Path path(Descriptor blob) {
        return root.resolve(
                "blobs", blob.digest().algorithm().id(), blob.digest().hex());
    }

    private List<String> names() throws PullException {
        return store.images().stream().map(StoredImage::name).toList();
    }

    @Test
    void readingAStoreThatIsNotThereFindsNothingAndCreatesNothing() throws PullException {
        assertEquals(List.of(), store.images());
        assertEquals(Optional.empty(), store.find(REDIS));
        assertFalse(store.has(Stored.descriptor(IMAGE.manifest())));
        assertFalse(store.remove(REDIS));
        assertEquals(new Pruned(0, 0, 0), store.prune(false));
        assertEquals(List.of(), store.verify());
        assertFalse(Files.exists(root));
    }

    @Test
    void aNamedImageIsAnOciLayout() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        assertEquals("{\"imageLayoutVersion\":\"1.0.0\"}", Files.readString(root.resolve("oci-layout")));
        assertEquals(
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
                        + "{\"mediaType\":\"" + named.mediaType() + "\",\"digest\":\"" + named.digest() + "\",\"size\":"
                        + named.size() + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + REDIS
                        + "\"}}]}",
                Files.readString(root.resolve("index.json")));
        assertArrayEquals(Contents.of(IMAGE.manifest().blob()), Files.readAllBytes(path(named)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
    }

    @Test
    void aNamedImageIsFound() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        ImageStore again = ImageStore.open(root, new StoreSettings(fsync));
        assertEquals(Optional.of(named.digest()), again.find(REDIS).map(Descriptor::digest));
        assertEquals(named.mediaType(), again.manifest(named).orElseThrow().mediaType());
        assertArrayEquals(
                Contents.of(IMAGE.manifest().blob()),
                again.manifest(named.digest()).orElseThrow().bytes());
        StoredContent content = again.content(named);
        assertTrue(content.isWhole());
        assertEquals(4, content.present().size());
        assertEquals(
                IMAGE.manifest().size()
                        + IMAGE.blobs().stream().mapToLong(blob -> blob.size()).sum(),
                content.bytes());
        assertEquals(List.of(), again.verify());
    }

    @Test
    void namesStandInTheirOrderAndPointAtOneThing() throws IOException {
        Stored.named(store, "a.example/x:1", IMAGE);
        Stored.named(store, "b.example/x@" + OTHER.digest(), OTHER);
        assertEquals(List.of("a.example/x:1", "b.example/x@" + OTHER.digest()), names());
        Descriptor moved = Stored.named(store, "a.example/x:1", OTHER);
        assertEquals(Optional.of(moved.digest()), store.find("a.example/x:1").map(Descriptor::digest));
        assertEquals(List.of("b.example/x@" + OTHER.digest(), "a.example/x:1"), names());
        assertTrue(store.remove("a.example/x:1"));
        assertFalse(store.remove("a.example/x:1"));
        assertEquals(List.of("b.example/x@" + OTHER.digest()), names());
    }

    @Test
    void nothingHasANameBeforeTheCommitAndWhatIsWholeStays() throws IOException {
        try (StoreSession session = store.begin()) {
            Stored.content(session, IMAGE);
            assertEquals(List.of(), names());
        }
        assertEquals(List.of(), names());
        assertTrue(store.has(Stored.descriptor(IMAGE.blobs().getFirst())));
        assertEquals(
                List.of(), List.of(root.resolve(".truename/staging").toFile().list()));
    }

    @Test
    void anImageWithAMissingPieceGetsNoName() throws IOException {
        try (StoreSession session = store.begin()) {
            session.put(Stored.raw(IMAGE.manifest()));
            Stored.blob(session, IMAGE.blobs().getFirst());
            PullFailure failure = refused(() -> session.commit(REDIS, Stored.descriptor(IMAGE.manifest())));
            assertEquals(root.toString(), failure.source());
            refused(() -> session.commit(REDIS, Stored.descriptor(OTHER.manifest())));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void anIndexStaysAnIndexThoughOneImageIsHere() throws IOException {
        TestIndex index = TestIndex.of(
                IMAGE,
                TestImage.builder()
                        .platform(new dev.truename.testkit.content.Platform("linux", "s390x", ""))
                        .layer(Layer.file("z", "z"))
                        .build());
        try (StoreSession session = store.begin()) {
            session.put(Stored.raw(index.manifest()));
            refused(() -> session.commit(REDIS, Stored.descriptor(index.manifest())));
            Stored.content(session, IMAGE);
            session.commit(REDIS, Stored.descriptor(index.manifest()));
        }
        assertEquals(index.digest(), store.find(REDIS).orElseThrow().digest().toString());
        StoredContent content = store.content(Stored.descriptor(index.manifest()));
        assertTrue(content.isWhole());
        assertEquals(1, content.images().size());
        assertEquals(1, content.left().size());
        assertTrue(
                PlatformChoice.fits(content.left().getFirst().platform().orElseThrow(), Platform.parse("linux/s390x")));
        assertEquals(0, store.prune(false).blobs());
    }

    @Test
    void aForeignLayerIsNotMissed() throws IOException {
        TestImage image = TestImage.builder()
                .layer(
                        Layer.file("w", "w"),
                        told -> told.withMediaType("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")
                                .withUrls("https://elsewhere.example/w"))
                .build();
        try (StoreSession session = store.begin()) {
            Stored.blob(session, image.config());
            session.put(Stored.raw(image.manifest()));
            session.commit(REDIS, Stored.descriptor(image.manifest()));
        }
        assertEquals(List.of(REDIS), names());
    }

    @Test
    void whatAKillLeftOfOnePlatformStandsInNobodysWay() throws IOException {
        TestIndex index = TestIndex.of(IMAGE, OTHER);
        try (StoreSession session = store.begin()) {
            session.put(Stored.raw(OTHER.manifest()));
            session.put(Stored.raw(index.manifest()));
            refused(() -> session.commit(REDIS, Stored.descriptor(index.manifest())));
            Stored.content(session, IMAGE);
            session.commit(REDIS, Stored.descriptor(index.manifest()));
        }
        assertEquals(List.of(REDIS), names());
    }

    @Test
    void dockerTypesAreKept() throws IOException {
        TestImage image = TestImage.builder()
                .format(Format.DOCKER)
                .layer(Layer.file("d", "d"))
                .build();
        Descriptor named = Stored.named(store, REDIS, image);
        assertEquals(
                Format.DOCKER.manifestType(), store.find(REDIS).orElseThrow().mediaType());
        assertTrue(store.content(named).isWhole());
    }

    @Test
    void pruneDeletesWhatNoNameNeeds() throws IOException {
        Stored.named(store, "a.example/x:1", IMAGE);
        Stored.named(store, "b.example/x:1", OTHER);
        assertEquals(new Pruned(0, 0, 0), store.prune(false));
        store.remove("a.example/x:1");
        Pruned told = store.prune(true);
        assertTrue(store.has(Stored.descriptor(IMAGE.manifest())));
        assertEquals(told, store.prune(false));
        long bytes = IMAGE.manifest().size()
                + IMAGE.config().size()
                + IMAGE.layers().get(1).blob().size();
        assertEquals(new Pruned(3, bytes, 0), told);
        assertFalse(store.has(Stored.descriptor(IMAGE.manifest())));
        assertTrue(store.content(Stored.descriptor(OTHER.manifest())).isWhole());
    }

    @Test
    void pruneKeepsWhatIsNotOurs() throws IOException {
        Stored.named(store, REDIS, IMAGE);
        byte[] layer = "a layer of a kind that nobody knows".getBytes(UTF_8);
        Blob blob = Blob.of(layer);
        Manifest strange = Manifest.of("application/vnd.example+json", "\n{\"pieces\":[\"" + blob.digest() + "\"]}");
        try (StoreSession session = store.begin()) {
            Stored.blob(session, blob);
            Stored.blob(session, strange.blob());
        }
        Path index = root.resolve("index.json");
        String entry = "{\"mediaType\":\"application/vnd.example+json\",\"digest\":\"" + strange.digest()
                + "\",\"size\":" + strange.size() + "}";
        Files.writeString(index, Files.readString(index).replace("\"manifests\":[", "\"manifests\":[" + entry + ","));
        Files.writeString(root.resolve("blobs/sha256/README"), "of somebody else");
        Files.createDirectories(root.resolve("blobs/other"));
        assertEquals(new Pruned(0, 0, 0), store.prune(false));
        assertTrue(Files.exists(root.resolve("blobs/sha256/README")));
    }

    @Test
    void pruneDeletesWhatAKilledSessionLeft() throws IOException {
        Stored.named(store, REDIS, IMAGE);
        Path left = Files.createDirectories(root.resolve(".truename/staging/1-x"));
        Files.writeString(left.resolve("1"), "half a blob");
        Files.writeString(root.resolve(".truename/tmp-index"), "half an index");
        assertEquals(2, store.prune(true).leftovers());
        assertEquals(2, store.prune(false).leftovers());
        assertEquals(0, store.prune(false).leftovers());
        assertFalse(Files.exists(left));
    }

    @Test
    void aNewSessionCleansUpAfterAKilledOneButNotAfterALivingOne() throws IOException {
        try (StoreSession living = store.begin();
                BlobWriter writer = living.ingest(Stored.descriptor(IMAGE.config()))) {
            writer.take(new ByteArrayInputStream(Contents.of(IMAGE.config())), position -> {});
            Path left = Files.createDirectories(root.resolve(".truename/staging/1-x"));
            store.begin().close();
            assertTrue(Files.exists(left));
            writer.commit();
        }
        store.begin().close();
        assertFalse(Files.exists(root.resolve(".truename/staging/1-x")));
        assertTrue(store.has(Stored.descriptor(IMAGE.config())));
    }

    @Test
    void pruneDoesNotRunWhileASessionIsOpenAndTellsWhoHasIt() throws IOException {
        try (StoreSession session = store.begin()) {
            Stored.content(session, IMAGE);
            PullFailure failure = refused(() -> store.prune(false, Duration.ZERO));
            String pid = String.valueOf(ProcessHandle.current().pid());
            assertTrue(failure.detail().contains(pid), failure.detail());
            session.commit(REDIS, Stored.descriptor(IMAGE.manifest()));
        }
        assertEquals(0, store.prune(false, Duration.ZERO).blobs());
    }

    @Test
    void aFolderInABlobsPlaceIsNoBlob() throws IOException {
        Descriptor layer = Stored.descriptor(IMAGE.layers().getFirst().blob());
        Files.createDirectories(path(layer));
        assertFalse(store.has(Descriptor.of(layer.mediaType(), layer.digest(), Files.size(path(layer)))));
    }

    @Test
    void aBlobOfTheWrongSizeIsNotThereAndIsMended() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        Descriptor layer = Stored.descriptor(IMAGE.layers().getFirst().blob());
        Files.writeString(path(layer), "x");
        assertFalse(store.has(layer));
        assertFalse(store.content(named).isWhole());
        assertEquals(2, store.verify().size());
        Stored.named(store, REDIS, IMAGE);
        assertEquals(List.of(), store.verify());
    }

    @Test
    void aManifestWithOtherBytesIsRefused() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        byte[] bytes = Files.readAllBytes(path(named));
        bytes[bytes.length - 2] ^= 1;
        Files.write(path(named), bytes);
        assertEquals(
                path(named).toString(),
                refused(() -> store.manifest(named.digest())).source());
        assertEquals(
                path(named).toString(),
                refused(() -> store.read(named, 1 << 20)).source());
        refused(() -> store.prune(false));
        assertEquals(2, store.verify().size());
    }

    @Test
    void aMissingIndexStopsAPrune() throws IOException {
        Stored.named(store, REDIS, IMAGE);
        Path index = root.resolve("index.json");
        Files.delete(index);
        assertEquals(index.toString(), refused(() -> store.prune(false)).source());
        assertTrue(store.has(Stored.descriptor(IMAGE.config())));
    }

    @Test
    void aDamagedManifestStopsAPruneWhateverIsLeftOfIt() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        for (byte[] damaged : List.of(new byte[(int) named.size()], new byte[0], new byte[5 << 20])) {
            Files.write(path(named), damaged);
            refused(() -> store.prune(false));
            assertTrue(store.has(Stored.descriptor(IMAGE.config())));
        }
    }

    @Test
    void aMissingBlobIsNoManifestAndCannotBeRead() throws IOException {
        Descriptor named = Stored.descriptor(IMAGE.manifest());
        assertEquals(Optional.empty(), store.manifest(named.digest()));
        assertEquals(
                path(named).toString(),
                refused(() -> store.read(named, 1 << 20)).source());
    }

    @Test
    void moreThanTheCallersBoundIsNotRead() throws IOException {
        Descriptor named = Stored.named(store, REDIS, IMAGE);
        refused(() -> store.read(named, (int) named.size() - 1));
    }

    @Test
    void aManifestThatLiesAboutItsDigestIsNotStored() throws IOException {
        try (StoreSession session = store.begin()) {
            PullException refused = assertThrows(
                    PullException.class,
                    () -> session.put(new RawManifest(
                            "",
                            "{}".getBytes(UTF_8),
                            Stored.descriptor(IMAGE.manifest()).digest())));
            assertInstanceOf(PullFailure.Mismatch.class, refused.failure());
        }
    }

    @Test
    void anInterruptEndsWaitingAndWriting() throws IOException {
        try (StoreSession session = store.begin()) {
            Stored.content(session, IMAGE);
            Thread.currentThread().interrupt();
            PullException refused =
                    assertThrows(PullException.class, () -> session.commit(REDIS, Stored.descriptor(IMAGE.manifest())));
            assertInstanceOf(PullFailure.Cancelled.class, refused.failure());
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(), names());
        Stored.named(store, REDIS, IMAGE);
        assertEquals(List.of(), store.verify());
    }
}
