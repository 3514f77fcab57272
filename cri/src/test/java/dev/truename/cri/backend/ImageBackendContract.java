package dev.truename.cri.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.Image;
import dev.truename.cri.v1.ImageFilter;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a kubelet may rely on, whatever serves the images: asked over the socket, against registries on loopback.
@Timeout(120)
public abstract class ImageBackendContract {
    @TempDir
    protected Path folder;

    protected final TestRegistry first = TestRegistry.start();
    protected final TestRegistry second = TestRegistry.start();

    private volatile NodeSnapshot snapshot;
    private NodeServer server;
    protected CriClient client;

    /// One without images. Closed by the test.
    protected abstract ImageBackend backend(NodeListener listener) throws Exception;

    /// For backends that do not ask registries: an image is there to be pulled.
    protected void offered(String reference, TestImage image) {}

    /// For backends that do not ask registries: a pull is to be denied.
    protected void denied(String reference) {}

    /// Whether a registry was asked for anything.
    protected boolean asked(TestRegistry registry) {
        return !registry.log().isEmpty();
    }

    @BeforeEach
    void start() throws Exception {
        configure("");
        server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                backend(NodeListener.NONE),
                () -> snapshot,
                NodeListener.NONE);
        client = CriClient.to(server.path());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        first.close();
        second.close();
    }

    /// The configuration of the calls to come. Both registries may be asked over plain HTTP.
    protected final void configure(String toml) {
        String tables = "";
        for (TestRegistry registry : List.of(first, second)) {
            tables += "[[registry]]\nlocation = \"" + registry.host() + "\"\ninsecure = true\n";
        }
        snapshot = Configured.by(folder, toml + "\n" + tables);
    }

    private String searchBoth() {
        return "unqualified-search-registries = [\"" + first.host() + "\", \"" + second.host() + "\"]\n";
    }

    protected final TestImage push(TestRegistry registry, String repository, String tag, String content) {
        TestImage image =
                TestImage.builder().layer(Layer.file("etc/motd", content)).build();
        registry.push(repository, tag, image);
        offered(registry.host() + "/" + repository + ":" + tag, image);
        return image;
    }

    protected final List<Image> list() {
        return client.images()
                .listImages(ListImagesRequest.getDefaultInstance())
                .getImagesList();
    }

    private static StatusRuntimeException refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(StatusRuntimeException.class, call);
    }

    private static void assertTells(StatusRuntimeException refusal, String part) {
        String told = String.valueOf(refusal.getStatus().getDescription());
        assertTrue(told.contains(part), () -> "\"" + told + "\" should tell " + part);
    }

    @Test
    void whatIsPulledHasOneIdEverywhere() {
        TestImage image = push(first, "team/app", "1", "one");
        String name = first.host() + "/team/app:1";
        String id = client.pull(name);
        Image status = client.status(name).getImage();
        assertEquals(image.config().digest(), id);
        assertEquals(id, status.getId());
        assertEquals(List.of(id), list().stream().map(Image::getId).toList());
        assertTrue(status.getSize() > 0);
        assertEquals(List.of(name), status.getRepoTagsList());
        assertEquals(List.of(first.host() + "/team/app@" + image.manifest().digest()), status.getRepoDigestsList());
    }

    @Test
    void whatIsNotThereIsNoError() {
        assertFalse(client.status(first.host() + "/team/none:1").hasImage());
        client.remove(first.host() + "/team/none:1");
        assertEquals(List.of(), list());
    }

    @Test
    void anAliasIsPulledFoundListedAndRemoved() {
        TestImage image = push(second, "team/app", "1", "one");
        configure(searchBoth() + "[aliases]\n\"app\" = \"" + second.host() + "/team/app\"\n");
        assertFalse(client.status("app:1").hasImage());
        String id = client.pull("app:1");
        assertEquals(image.config().digest(), id);
        assertFalse(asked(first));
        assertEquals(id, client.status("app:1").getImage().getId());
        ListImagesRequest filtered = ListImagesRequest.newBuilder()
                .setFilter(ImageFilter.newBuilder().setImage(CriClient.spec("app:1")))
                .build();
        assertEquals(id, client.images().listImages(filtered).getImages(0).getId());
        client.remove("app:1");
        client.remove("app:1");
        assertFalse(client.status("app:1").hasImage());
        assertEquals(List.of(), list());
    }

    @Test
    void anAliasKeepsTheDigest() {
        TestImage image = push(second, "team/app", "1", "one");
        push(second, "team/app", "1", "two");
        offered(second.host() + "/team/app@" + image.manifest().digest(), image);
        configure("[aliases]\n\"app\" = \"" + second.host() + "/team/app\"\n");
        String name = "app@" + image.manifest().digest();
        assertEquals(image.config().digest(), client.pull(name));
        assertEquals(image.config().digest(), client.status(name).getImage().getId());
    }

    @Test
    void aSearchGoesOnBehindARegistryThatHasNoSuchImage() {
        TestImage image = push(second, "team/app", "1", "one");
        configure(searchBoth());
        assertFalse(client.status("team/app:1").hasImage());
        assertEquals(image.config().digest(), client.pull("team/app:1"));
        assertTrue(asked(first));
        Image status = client.status("team/app:1").getImage();
        assertEquals(List.of(second.host() + "/team/app:1"), status.getRepoTagsList());
        client.remove("team/app:1");
        assertEquals(List.of(), list());
    }

    @Test
    void aSearchEndsAtARegistryThatFails() {
        push(second, "team/app", "1", "squatted");
        first.deny("team/app", Denial.FORBIDDEN);
        denied(first.host() + "/team/app:1");
        configure(searchBoth());
        StatusRuntimeException refusal = refusal(() -> client.pull("team/app:1"));
        assertFalse(asked(second));
        assertTells(refusal, first.host() + "/team/app:1");
        assertTells(refusal, folder.resolve("registries.conf") + ":1");
        assertTells(refusal, "[aliases]");
    }

    @Test
    void aSearchThatFindsNothingNamesAllPlaces() {
        configure(searchBoth());
        StatusRuntimeException refusal = refusal(() -> client.pull("team/app:1"));
        assertEquals(Status.Code.NOT_FOUND, refusal.getStatus().getCode());
        assertTells(refusal, first.host() + "/team/app:1");
        assertTells(refusal, second.host() + "/team/app:1");
        assertTells(refusal, folder.resolve("registries.conf") + ":1");
    }

    @Test
    void ambiguousNamesAreRefusedUnderEnforcing() {
        push(first, "team/app", "1", "one");
        push(second, "team/app", "1", "two");
        configure(searchBoth() + "short-name-mode = \"enforcing\"\n");
        for (StatusRuntimeException refusal :
                List.of(refusal(() -> client.pull("team/app:1")), refusal(() -> client.status("team/app:1")))) {
            assertEquals(Status.Code.FAILED_PRECONDITION, refusal.getStatus().getCode());
            assertTells(refusal, first.host() + "/team/app:1");
            assertTells(refusal, second.host() + "/team/app:1");
            assertTells(refusal, folder.resolve("registries.conf") + ":1");
            assertTells(refusal, folder.resolve("registries.conf") + ":2");
        }
        assertFalse(asked(first));
        assertFalse(asked(second));
    }

    @Test
    void idsMeanImages() {
        push(first, "team/other", "1", "other");
        client.pull(first.host() + "/team/other:1");
        push(first, "team/app", "1", "one");
        String id = client.pull(first.host() + "/team/app:1");
        String hex = id.substring("sha256:".length());
        for (String text : List.of(id, hex, hex.substring(0, 13), "sha256:" + hex.substring(0, 13))) {
            assertEquals(id, client.status(text).getImage().getId(), text);
        }
        client.remove(hex.substring(0, 13));
        assertEquals(1, list().size());
        assertFalse(client.status(id).hasImage());
        assertEquals(
                Status.Code.INVALID_ARGUMENT,
                refusal(() -> client.pull(id)).getStatus().getCode());
    }

    @Test
    void removingOneNameRemovesTheImageWithAllItsNames() {
        TestImage image = push(first, "team/app", "1", "one");
        first.push("team/copy", "2", image);
        offered(first.host() + "/team/copy:2", image);
        client.pull(first.host() + "/team/app:1");
        client.pull(first.host() + "/team/copy:2");
        assertEquals(1, list().size());
        client.remove(first.host() + "/team/copy:2");
        assertFalse(client.status(first.host() + "/team/app:1").hasImage());
        assertEquals(List.of(), list());
    }

    @Test
    void whatIsBlockedIsNotAskedFor() {
        push(second, "team/app", "1", "one");
        configure("[[registry]]\nlocation = \"" + second.host() + "/team\"\nblocked = true\n");
        StatusRuntimeException refusal = refusal(() -> client.pull(second.host() + "/team/app:1"));
        assertEquals(Status.Code.PERMISSION_DENIED, refusal.getStatus().getCode());
        assertTells(refusal, folder.resolve("registries.conf") + ":3");
        assertFalse(asked(second));
    }

    @Test
    void noNameIsNoImage() {
        push(first, "team/app", "1", "one");
        client.pull(first.host() + "/team/app:1");
        for (String text : List.of("", "A b", "::")) {
            assertEquals(
                    Status.Code.INVALID_ARGUMENT,
                    refusal(() -> client.status(text)).getStatus().getCode());
            assertEquals(
                    Status.Code.INVALID_ARGUMENT,
                    refusal(() -> client.remove(text)).getStatus().getCode());
            assertEquals(
                    Status.Code.INVALID_ARGUMENT,
                    refusal(() -> client.pull(text)).getStatus().getCode());
        }
        assertEquals(1, list().size());
    }

    @Test
    void theFileSystemIsTold() {
        var answer = client.images().imageFsInfo(ImageFsInfoRequest.getDefaultInstance());
        assertFalse(answer.getImageFilesystems(0).getFsId().getMountpoint().isEmpty());
        assertTrue(answer.getImageFilesystems(0).getTimestamp() > 0);
    }

    @Test
    void aReloadCountsFromTheNextCallOn() {
        TestImage one = push(first, "team/app", "1", "one");
        TestImage two = push(second, "team/app", "1", "two");
        configure("[aliases]\n\"app\" = \"" + first.host() + "/team/app\"\n");
        assertEquals(one.config().digest(), client.pull("app:1"));
        configure("[aliases]\n\"app\" = \"" + second.host() + "/team/app\"\n");
        ImageStatusResponse before = client.status("app:1");
        assertFalse(before.hasImage());
        assertEquals(two.config().digest(), client.pull("app:1"));
    }
}
