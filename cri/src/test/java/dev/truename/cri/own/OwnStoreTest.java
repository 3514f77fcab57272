package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.CriClient;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.v1.FilesystemUsage;
import dev.truename.cri.v1.Image;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.StreamImagesResponse;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Layer.Compression;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OwnStoreTest {
    @TempDir
    private Path folder;

    private final OwnStores settings = new OwnStores();

    @SuppressWarnings("NullAway.Init") // each test starts it with settings of its own
    private Served served;

    @AfterEach
    void stop() {
        served.close();
    }

    private Served start() throws IOException {
        served = new Served(folder, settings);
        return served;
    }

    private static TestImage image(String content) {
        return TestImage.builder().layer(Layer.file("etc/motd", content)).build();
    }

    private StatusRuntimeException refused(String image) {
        return assertThrows(StatusRuntimeException.class, () -> served.client.pull(image));
    }

    private static String told(StatusRuntimeException refused) {
        return String.valueOf(refused.getStatus().getDescription());
    }

    @Test
    void saysWhoItIs() throws IOException {
        start();
        var version = served.client.runtime().version(VersionRequest.getDefaultInstance());
        assertEquals("truename", version.getRuntimeName());
        assertEquals("1.2.3", version.getRuntimeVersion());
        assertEquals("v1", version.getRuntimeApiVersion());
    }

    @Test
    void tellsWhatTheImagesConfigSays() throws IOException {
        start();
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"User\":\"1001:0\"},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        TestImage numbered = TestImage.builder()
                .layer(Layer.file("a", "a"))
                .config(config)
                .annotation("org.example.note", "kept")
                .annotation("z", "x".repeat(5000))
                .build();
        TestImage named = TestImage.builder()
                .layer(Layer.file("a", "a"))
                .config("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"User\":\"nginx\"},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                .build();
        served.first.push("team/numbered", "1", numbered);
        served.first.push("team/named", "1", named);
        served.client.pull(served.first.host() + "/team/numbered:1");
        served.client.pull(served.first.host() + "/team/named:1");

        ImageSpec spec = CriClient.spec(served.first.host() + "/team/numbered:1").toBuilder()
                .setUserSpecifiedImage("numbered")
                .build();
        var status = served.client
                .images()
                .imageStatus(ImageStatusRequest.newBuilder()
                        .setImage(spec)
                        .setVerbose(true)
                        .build());
        Image image = status.getImage();
        assertEquals(1001, image.getUid().getValue());
        assertEquals("", image.getUsername());
        assertEquals(image.getId(), image.getSpec().getImage());
        assertEquals("numbered", image.getSpec().getUserSpecifiedImage());
        assertEquals("kept", image.getSpec().getAnnotationsOrThrow("org.example.note"));
        assertFalse(image.getSpec().containsAnnotations("z"), "too long for lists");
        assertEquals("{\"imageSpec\":" + config + "}", status.getInfoOrThrow("info"));

        Image other =
                served.client.status(served.first.host() + "/team/named:1").getImage();
        assertFalse(other.hasUid());
        assertEquals("nginx", other.getUsername());
    }

    @Test
    void takesThisNodesImageOfAnIndex() throws IOException {
        start();
        TestImage amd64 = TestImage.builder()
                .platform(Platform.AMD64)
                .layer(Layer.file("a", "amd64"))
                .build();
        TestImage arm64 = TestImage.builder()
                .platform(Platform.ARM64)
                .layer(Layer.file("a", "arm64"))
                .build();
        TestIndex index = TestIndex.of(arm64, amd64);
        served.first.push("team/app", "1", index);
        String name = served.first.host() + "/team/app";
        assertEquals(amd64.config().digest(), served.client.pull(name + ":1"));

        Image image = served.client.status(name + ":1").getImage();
        String ofIndex = name + "@" + index.manifest().digest();
        String ofImage = name + "@" + amd64.manifest().digest();
        assertEquals(List.of(ofIndex), image.getRepoDigestsList());
        for (String digested :
                List.of(ofIndex, ofImage, name + ":other@" + index.manifest().digest())) {
            assertEquals(image, served.client.status(digested).getImage(), digested);
        }
        assertFalse(served.client.status(name + "@" + arm64.manifest().digest()).hasImage());
    }

    @Test
    void anImageFromASearchIsNotTakenForAnAlias() throws IOException {
        start();
        served.first.push("app", "1", image("squatted"));
        served.client.pull(served.first.host() + "/app:1");
        served.configure("unqualified-search-registries = [\"" + served.first.host() + "\"]\n[aliases]\n\"app\" = \""
                + served.second.host() + "/team/app\"\n");
        assertFalse(served.client.status("app:1").hasImage());
    }

    @Test
    void hexWordsAreNamesBeforeTheyAreIds() throws IOException {
        start();
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        String id = served.client.pull(served.first.host() + "/team/app:1");
        String hex = id.substring("sha256:".length());
        served.configure("unqualified-search-registries = [\"" + served.first.host() + "\"]");
        assertEquals(id, served.client.status(hex.substring(0, 8)).getImage().getId());
        assertFalse(served.client.status(hex.substring(0, 7)).hasImage());
        assertFalse(served.client.status(hex.substring(0, 8) + ":latest").hasImage());

        TestImage named = image("two");
        served.first.push(hex.substring(0, 8), "latest", named);
        String other = served.client.pull(hex.substring(0, 8));
        assertEquals(other, served.client.status(hex.substring(0, 8)).getImage().getId());
    }

    @Test
    void advisesToKeepWhatIsPinned() throws IOException {
        settings.pinned = List.of("*pause*");
        start();
        served.first.push("team/pause", "3", image("one"));
        served.first.push("team/app", "1", image("two"));
        served.client.pull(served.first.host() + "/team/pause:3");
        served.client.pull(served.first.host() + "/team/app:1");
        assertTrue(served.client
                .status(served.first.host() + "/team/pause:3")
                .getImage()
                .getPinned());
        assertFalse(served.client
                .status(served.first.host() + "/team/app:1")
                .getImage()
                .getPinned());

        served.client.remove(served.first.host() + "/team/pause:3"); // advice is no order
        assertFalse(served.client.status(served.first.host() + "/team/pause:3").hasImage());
    }

    @Test
    void streamsLongListsInParts() throws IOException {
        start();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 101; i++) {
            served.first.push("team/app", "t" + i, image("content " + i));
            ids.add(served.client.pull(served.first.host() + "/team/app:t" + i));
        }
        List<Integer> sizes = new ArrayList<>();
        Set<String> streamed = new HashSet<>();
        for (var parts = served.client.images().streamImages(StreamImagesRequest.getDefaultInstance());
                parts.hasNext(); ) {
            StreamImagesResponse part = parts.next();
            sizes.add(part.getImagesCount());
            part.getImagesList().forEach(image -> streamed.add(image.getId()));
        }
        assertEquals(List.of(100, 1), sizes);
        assertEquals(ids, streamed);
        assertEquals(
                101,
                served.client
                        .images()
                        .listImages(ListImagesRequest.getDefaultInstance())
                        .getImagesCount());
    }

    @Test
    void givesBackTheRoomOfWhatIsRemovedWhileAnotherPullGoesOn() throws Exception {
        start();
        byte[] big = new byte[1 << 20]; // not compressed
        new java.util.Random(1).nextBytes(big);
        TestImage large =
                TestImage.builder().layer(Layer.opaque(Compression.NONE, big)).build();
        served.first.push("team/large", "1", large);
        TestImage slow = image("slow");
        served.first.push("team/slow", "1", slow);
        served.client.pull(served.first.host() + "/team/large:1");
        FilesystemUsage before = usage();
        assertTrue(before.getUsedBytes().getValue() > big.length);
        assertTrue(before.getInodesUsed().getValue() > 5);
        assertEquals(folder.resolve("store").toString(), before.getFsId().getMountpoint());

        Gate gate = new Gate();
        served.first.inject(RequestMatcher.blobs().repository("team/slow"), Faults.trickle(gate, 1));
        var pull = Thread.ofVirtual().start(() -> served.client.pull(served.first.host() + "/team/slow:1"));
        served.await(
                NodeEvent.PullProgressed.class, event -> event.ticket().input().contains("slow"));
        while (!gate.isWaitedFor()) {
            Thread.onSpinWait();
        }
        served.client.remove(served.first.host() + "/team/large:1");
        served.await(NodeEvent.Reclaimed.class, event -> event.pruned().bytes() > big.length);
        assertTrue(usage().getUsedBytes().getValue() < big.length);

        gate.open();
        pull.join();
        assertTrue(served.client.status(served.first.host() + "/team/slow:1").hasImage());
    }

    private FilesystemUsage usage() {
        return served.client
                .images()
                .imageFsInfo(ImageFsInfoRequest.getDefaultInstance())
                .getImageFilesystems(0);
    }

    @Test
    void pullsAgainWhatIsDamaged() throws Exception {
        start();
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        String name = served.first.host() + "/team/app:1";
        served.client.pull(name);
        String hex = image.config().digest().substring("sha256:".length());
        served.close();

        Files.delete(folder.resolve("store/blobs/sha256").resolve(hex));
        Served again = start();
        again.first.push("team/app", "1", image);
        assertFalse(again.client.status(name).hasImage());
        assertEquals(
                name, again.await(NodeEvent.ImageDamaged.class, event -> true).name());
    }

    @Test
    void seesWhatOtherProcessesDoToTheStore() throws Exception {
        start();
        served.first.push("team/app", "1", image("one"));
        String name = served.first.host() + "/team/app:1";
        served.client.pull(name);
        var other = dev.truename.pull.store.ImageStore.open(
                folder.resolve("store"), new dev.truename.pull.store.StoreSettings(false));
        assertTrue(other.remove(name));
        assertFalse(served.client.status(name).hasImage());
    }

    @Test
    void tellsTheKubeletThatARegistryIsUnavailable() throws IOException {
        start();
        served.first.push("team/app", "1", image("one"));
        served.first.inject(RequestMatcher.any(), Faults.status(500));
        served.configure("[aliases]\n\"app\" = \"" + served.first.host() + "/team/app\"\n");
        StatusRuntimeException refused = refused("app:1");
        assertEquals(Status.Code.UNKNOWN, refused.getStatus().getCode());
        assertTrue(told(refused).startsWith("RegistryUnavailable: cannot pull app:1: "), told(refused));
        assertTrue(
                told(refused).contains("\"app\" is an alias of " + served.first.host() + "/team/app ("), told(refused));
        assertTrue(told(refused).contains("registries.conf:2)"), told(refused));
    }

    @Test
    void tellsTheMostTellingFailureFirstAndAllOfThem() throws IOException {
        start();
        served.second.push("team/app", "1", image("one"));
        served.configure("[[registry]]\nprefix = \"images.example\"\nlocation = \"" + served.second.host()
                + "\"\ninsecure = true\n[[registry.mirror]]\nlocation = \"" + served.first.host()
                + "\"\ninsecure = true\n");
        served.second.deny("team/app", dev.truename.testkit.access.Denial.FORBIDDEN);
        StatusRuntimeException refused = refused("images.example/team/app:1");
        assertEquals(Status.Code.UNAUTHENTICATED, refused.getStatus().getCode());
        int primary = told(refused).indexOf(served.second.host() + "/team/app:1");
        int mirror = told(refused).indexOf(served.first.host() + "/team/app:1 (a mirror, ");
        assertTrue(0 < primary && primary < mirror, told(refused));
    }

    @Test
    void endsAPullInWhichNothingHappens() throws Exception {
        settings.progressTimeout = Duration.ofMillis(300);
        start();
        served.first.push("team/app", "1", image("one"));
        served.first.inject(RequestMatcher.blobs(), Faults.silence());
        StatusRuntimeException refused = refused(served.first.host() + "/team/app:1");
        assertEquals(Status.Code.UNKNOWN, refused.getStatus().getCode());
        assertTrue(told(refused).startsWith("RegistryUnavailable: "), told(refused));
        assertTrue(told(refused).contains("nothing happened for 0 s"), told(refused));
        served.first.clearFaults();
        assertEquals(image("one").config().digest(), served.client.pull(served.first.host() + "/team/app:1"));
    }

    @Test
    void aPullKeepsToTheConfigurationThatItBeganWith() throws Exception {
        start();
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        Gate gate = new Gate();
        served.first.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1));
        served.configure("[aliases]\n\"app\" = \"" + served.first.host() + "/team/app\"\n");
        List<String> ids = new ArrayList<>();
        Thread pull = Thread.ofVirtual().start(() -> ids.add(served.client.pull("app:1")));
        while (!gate.isWaitedFor()) {
            Thread.onSpinWait();
        }
        served.configure("[[registry]]\nlocation = \"" + served.first.host() + "/team\"\nblocked = true\n"
                + "[aliases]\n\"app\" = \"" + served.first.host() + "/team/app\"\n");
        assertEquals(Status.Code.PERMISSION_DENIED, refused("app:1").getStatus().getCode());
        gate.open();
        pull.join();
        assertEquals(List.of(image.config().digest()), ids);
    }
}
