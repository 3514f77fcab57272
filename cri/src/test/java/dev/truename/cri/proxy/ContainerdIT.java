package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.real.ContainerdProcess;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The proxy before Debian's containerd, where something goes wrong in the middle.
@Timeout(300)
class ContainerdIT {
    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private final TestRegistry registry = TestRegistry.start();
    private final TestRegistry other = TestRegistry.start();
    private ContainerdProcess containerd;
    private volatile NodeSnapshot snapshot;
    private NodeServer server;
    private CriClient client;

    @BeforeAll
    static void need() {
        ContainerdProcess.need();
    }

    @BeforeEach
    void start() throws IOException {
        containerd = ContainerdProcess.start(folder.resolve("c"));
        snapshot = Configured.by(
                folder, "unqualified-search-registries = [\"" + registry.host() + "\", \"" + other.host() + "\"]\n");
        server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                new ProxyBackend(containerd.socket(), NodeListener.NONE),
                () -> snapshot,
                NodeListener.NONE);
        client = CriClient.to(server.path());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        containerd.close();
        registry.close();
        other.close();
    }

    private static TestImage image(String content) {
        return TestImage.builder().layer(Layer.file("etc/motd", content)).build();
    }

    private static PullImageRequest pulling(String name) {
        return PullImageRequest.newBuilder().setImage(CriClient.spec(name)).build();
    }

    /// A pull that has come as far as its layer, and goes on when the gate is opened.
    private ListenableFuture<PullImageResponse> heldPull(String name, Gate gate) throws Exception {
        TestImage image = image("held");
        registry.push("team/app", "1", image);
        String layer = image.layers().getFirst().blob().digest();
        registry.inject(RequestMatcher.blobs().reference(layer), Faults.trickle(gate, 1));
        ListenableFuture<PullImageResponse> pull = client.imagesAtOnce().pullImage(pulling(name));
        registry.log().await(1, request -> request.line().contains(layer));
        return pull;
    }

    @Test
    void aRestartInMidPullIsToldAndTheNextPullGoesThrough() throws Exception {
        Gate gate = new Gate();
        ListenableFuture<PullImageResponse> pull = heldPull("team/app:1", gate);
        containerd.kill();
        Exception broken = assertThrows(ExecutionException.class, pull::get);
        assertEquals(Status.Code.UNAVAILABLE, Status.fromThrowable(broken).getCode());
        assertEquals(0, other.log().size());
        containerd.startAgain();
        gate.open();
        String id = "";
        while (id.isEmpty()) {
            try {
                id = client.pull("team/app:1");
            } catch (StatusRuntimeException e) {
                assertEquals(Status.Code.UNAVAILABLE, e.getStatus().getCode());
            }
        }
        assertEquals(id, client.status("team/app:1").getImage().getId());
    }

    @Test
    void aCallerWhoLeavesInMidPullLeavesNothingBehind() throws Exception {
        Gate gate = new Gate();
        ListenableFuture<PullImageResponse> pull = heldPull("team/app:1", gate);
        pull.cancel(true);
        containerd.awaitLog("context canceled");
        assertFalse(client.status("team/app:1").hasImage());
        gate.open();
        String id = client.pull("team/app:1");
        assertEquals(id, client.status("team/app:1").getImage().getId());
    }

    @Test
    void aDeadlineInMidPullEndsIt() throws Exception {
        Gate gate = new Gate();
        heldPull("team/app:1", gate).cancel(true);
        StatusRuntimeException late = assertThrows(
                StatusRuntimeException.class,
                () -> client.images().withDeadlineAfter(1, TimeUnit.SECONDS).pullImage(pulling("team/app:1")));
        assertEquals(Status.Code.DEADLINE_EXCEEDED, late.getStatus().getCode());
        assertEquals(0, other.log().size());
        gate.open();
    }

    @Test
    void aPullKeepsToTheConfigurationThatItBeganWith() throws Exception {
        Gate gate = new Gate();
        snapshot = Configured.by(folder, "[aliases]\n\"app\" = \"" + registry.host() + "/team/app\"\n");
        ListenableFuture<PullImageResponse> pull = heldPull("app:1", gate);
        TestImage moved = image("moved");
        other.push("team/app", "1", moved);
        snapshot = Configured.by(folder, "[aliases]\n\"app\" = \"" + other.host() + "/team/app\"\n");
        assertFalse(client.status("app:1").hasImage());
        assertEquals(moved.config().digest(), client.pull("app:1"));
        assertFalse(pull.isDone());
        gate.open();
        assertEquals(image("held").config().digest(), pull.get().getImageRef());
        assertEquals(moved.config().digest(), client.status("app:1").getImage().getId());
    }

    @Test
    void thousandEqualAndThousandDifferentPullsAtOnce() throws Exception {
        TestImage same = image("same");
        registry.push("team/same", "1", same);
        snapshot = Configured.by(
                folder,
                "[aliases]\n\"same\" = \"" + registry.host() + "/team/same\"\n\"app\" = \"" + other.host()
                        + "/team/app\"\n");
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            TestImage one = image("content " + i);
            other.push("team/app", "t" + i, one);
            expected.add(one.config().digest());
        }
        List<ListenableFuture<PullImageResponse>> equal = new ArrayList<>();
        List<ListenableFuture<PullImageResponse>> different = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            equal.add(client.imagesAtOnce().pullImage(pulling("same:1")));
            different.add(client.imagesAtOnce().pullImage(pulling("app:t" + i)));
        }
        for (ListenableFuture<PullImageResponse> pull : equal) {
            assertEquals(same.config().digest(), pull.get().getImageRef());
        }
        Set<String> got = new HashSet<>();
        for (ListenableFuture<PullImageResponse> pull : different) {
            got.add(pull.get().getImageRef());
        }
        assertEquals(expected, got);
        assertEquals(
                MANY + 1,
                client.images()
                        .listImages(ListImagesRequest.getDefaultInstance())
                        .getImagesCount());
    }

    @Test
    void aMissingLayerDoesNotLetTheNextRegistryIn() {
        TestImage image = image("whole");
        registry.push("team/app", "1", image);
        registry.remove("team/app", image.layers().getFirst().blob().digest());
        other.push("team/app", "1", image("squatted"));
        assertThrows(StatusRuntimeException.class, () -> client.pull("team/app:1"));
        assertEquals(0, other.log().size());
    }

    @Test
    void aLoginPageDoesNotLetTheNextRegistryIn() {
        registry.inject(RequestMatcher.any(), Faults.loginPage());
        other.push("team/app", "1", image("squatted"));
        assertThrows(StatusRuntimeException.class, () -> client.pull("team/app:1"));
        assertEquals(0, other.log().size());
    }

    @Test
    void credentialsDoNotReachAMirrorOfContainerds() throws IOException {
        try (TestRegistry closed = TestRegistry.builder()
                        .access(Access.basic("me", "secret"))
                        .start();
                TestRegistry mirror = TestRegistry.builder()
                        .access(Access.basic("me", "secret"))
                        .start()) {
            TestImage image = image("closed");
            closed.push("team/app", "1", image);
            mirror.push("team/app", "1", image);
            containerd.hosts(
                    closed.host(),
                    "server = \"" + closed.uri() + "\"\n[host.\"" + mirror.uri()
                            + "\"]\ncapabilities = [\"pull\", \"resolve\"]\n");
            PullImageRequest request = pulling(closed.host() + "/team/app:1").toBuilder()
                    .setAuth(AuthConfig.newBuilder().setUsername("me").setPassword("secret"))
                    .build();
            String id = client.images().pullImage(request).getImageRef();
            assertEquals(image.config().digest(), id);
            assertTrue(mirror.log().size() > 0);
            assertTrue(mirror.log().all().stream()
                    .allMatch(asked -> asked.authorization().isEmpty()));
        }
    }
}
