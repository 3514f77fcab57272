package dev.truename.pull.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.manifest.Contents;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Format;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TarEntry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Other tools read what the store writes, and the store reads what they write.
@Timeout(300)
class OciLayoutIT {
    @TempDir
    Path folder;

    private Path root;
    private ImageStore store;
    private Tool skopeo;

    @BeforeEach
    void open() throws IOException {
        Tool.need("skopeo");
        root = folder.resolve("store");
        store = ImageStore.open(root, StoreSettings.DURABLE);
        skopeo = new Tool(List.of("skopeo", "--insecure-policy"), folder);
    }

    private static TestImage image(Platform platform) {
        return TestImage.builder()
                .platform(platform)
                .label("made-for", platform.architecture())
                .layer(Layer.of(TarEntry.directory("etc/"), TarEntry.file("etc/a", "a")))
                .layer(Layer.file("etc/os", platform.architecture()))
                .build();
    }

    private String oci(String name) {
        return "oci:" + root + ":" + name;
    }

    private void assertCopied(TestImage image, Path copy) throws IOException {
        assertEquals(image.digest(), Blob.of(copy.resolve("manifest.json")).digest());
        for (Blob blob : image.blobs()) {
            assertEquals(
                    blob.digest(),
                    Blob.of(copy.resolve(blob.digest().substring("sha256:".length())))
                            .digest());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker.io/library/redis:7",
                "quay.io/a/b-c.d:latest",
                "localhost:5000/x:1",
                "quay.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void skopeoReadsAnImageByItsName(String name) throws Exception {
        TestImage image = image(Platform.AMD64);
        Stored.named(store, "other.example/x:1", image(Platform.ARM64));
        Stored.named(store, name, image);
        assertEquals(
                new String(Contents.of(image.manifest().blob()), UTF_8), skopeo.succeed("inspect", "--raw", oci(name)));
        assertTrue(skopeo.succeed("inspect", oci(name)).contains("\"made-for\": \"amd64\""));
        skopeo.succeed("copy", oci(name), "dir:" + folder.resolve("copy"));
        assertCopied(image, folder.resolve("copy"));
    }

    @Test
    void skopeoReadsAWholeIndex() throws Exception {
        TestImage amd = image(Platform.AMD64);
        TestImage arm = image(Platform.ARM64);
        TestIndex index = TestIndex.of(amd, arm);
        Stored.named(store, "quay.io/a/b:1", index);
        assertEquals(
                new String(Contents.of(index.manifest().blob()), UTF_8),
                skopeo.succeed("inspect", "--raw", oci("quay.io/a/b:1")));
        Path other = folder.resolve("other");
        skopeo.succeed("copy", "--all", oci("quay.io/a/b:1"), "oci:" + other + ":x");
        ImageStore copy = ImageStore.open(other, StoreSettings.DURABLE);
        assertEquals(index.digest(), copy.find("x").orElseThrow().digest().toString());
        assertEquals(2, copy.content(copy.find("x").orElseThrow()).images().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void skopeoReadsTheOneImageOfASparseIndex(String architecture) throws Exception {
        TestImage amd = image(Platform.AMD64);
        TestImage arm = image(Platform.ARM64);
        TestImage here = architecture.equals("amd64") ? amd : arm;
        TestIndex index = TestIndex.of(amd, arm);
        try (StoreSession session = store.begin()) {
            Stored.content(session, here);
            session.put(Stored.raw(index.manifest()));
            session.commit("quay.io/a/b:1", Stored.descriptor(index.manifest()));
        }
        Path copy = folder.resolve("copy");
        skopeo.succeed("--override-arch", architecture, "copy", oci("quay.io/a/b:1"), "dir:" + copy);
        assertCopied(here, copy);
        Tool.Run all = skopeo.run("copy", "--all", oci("quay.io/a/b:1"), "dir:" + folder.resolve("all"));
        assertFalse(all.exit() == 0, all.output());
        String missing = architecture.equals("amd64") ? "arm64" : "amd64";
        Tool.Run refused = skopeo.run(
                "--override-arch", missing, "copy", oci("quay.io/a/b:1"), "dir:" + folder.resolve("missing"));
        assertFalse(refused.exit() == 0, refused.output());
    }

    @Test
    void theStoreTakesALayoutThatSkopeoMade() throws Exception {
        TestImage image = image(Platform.AMD64);
        Stored.named(store, "a.example/x:1", image);
        Path made = folder.resolve("made");
        skopeo.succeed("copy", oci("a.example/x:1"), "oci:" + made + ":by-skopeo");
        ImageStore taken = ImageStore.open(made, StoreSettings.DURABLE);
        Descriptor found = taken.find("by-skopeo").orElseThrow();
        assertTrue(taken.content(found).isWhole());
        Stored.named(taken, "a.example/y:1", image(Platform.ARM64));
        assertEquals(List.of(), taken.verify());
        assertEquals(0, taken.prune(false).blobs());
        skopeo.succeed("inspect", "oci:" + made + ":by-skopeo");
        skopeo.succeed("inspect", "--raw", "oci:" + made + ":a.example/y:1");
    }

    @Test
    void skopeoWritesIntoAStore() throws Exception {
        Stored.named(store, "a.example/x:1", image(Platform.AMD64));
        skopeo.succeed("copy", oci("a.example/x:1"), oci("b.example/y:2"));
        assertEquals(
                List.of("a.example/x:1", "b.example/y:2"),
                store.images().stream().map(StoredImage::name).sorted().toList());
        assertEquals(0, store.prune(false).blobs());
        assertEquals(List.of(), store.verify());
    }

    @Test
    void podmanRunsOnTheStoresImages() throws Exception {
        Tool.need("podman");
        TestImage image = image(Platform.AMD64);
        TestIndex index = TestIndex.of(image, image(Platform.ARM64));
        Stored.named(store, "quay.io/a/single:1", image);
        try (StoreSession session = store.begin()) {
            Stored.content(session, image);
            session.put(Stored.raw(index.manifest()));
            session.commit("quay.io/a/sparse:1", Stored.descriptor(index.manifest()));
        }
        Files.writeString(folder.resolve("policy.json"), "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
        Tool podman = new Tool(
                List.of(
                        "podman",
                        "--root",
                        folder.resolve("containers").toString(),
                        "--runroot",
                        folder.resolve("run").toString(),
                        "--storage-driver",
                        "vfs"),
                folder);
        for (String name : List.of("quay.io/a/single:1", "quay.io/a/sparse:1")) {
            String pulled = podman.succeed(
                    "pull",
                    "-q",
                    "--arch",
                    "amd64",
                    "--signature-policy",
                    folder.resolve("policy.json").toString(),
                    oci(name));
            String id = pulled.strip().lines().reduce((a, b) -> b).orElseThrow();
            assertEquals(image.config().digest(), "sha256:" + id);
            assertTrue(podman.succeed("image", "inspect", id).contains("\"made-for\": \"amd64\""));
        }
    }

    /// By name it is found from version 1.19 on only, which is why this one is alone in its store and has no name here.
    @Test
    void skopeoReadsAnImageOfDockersMediaTypes() throws Exception {
        TestImage image = TestImage.builder()
                .format(Format.DOCKER)
                .layer(Layer.file("d", "d"))
                .build();
        Stored.named(store, "a.example/docker:1", image);
        skopeo.succeed("copy", "oci:" + root, "dir:" + folder.resolve("copy"));
        assertCopied(image, folder.resolve("copy"));
    }
}
