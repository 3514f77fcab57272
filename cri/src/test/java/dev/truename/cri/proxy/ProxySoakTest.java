package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.Resources;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.fake.FakeRuntime;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hours of a node's life in seconds, before another runtime.
@Timeout(180)
class ProxySoakTest {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 240;
    private static final int AT_ONCE = 100;

    @TempDir
    private Path folder;

    @Test
    void nothingGrows() throws Exception {
        NodeSnapshot snapshot = Configured.by(folder, "[aliases]\n\"app\" = \"r.example/team/app\"\n");
        try (FakeRuntime runtime = FakeRuntime.start(folder.resolve("r.sock"), "containerd");
                NodeServer server = NodeServer.start(
                        ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                        NodeServerSettings.DEFAULT,
                        new ProxyBackend(runtime.socket(), NodeListener.NONE),
                        () -> snapshot,
                        NodeListener.NONE);
                CriClient client = CriClient.to(server.path())) {
            runtime.offer(
                    "r.example/team/app:1",
                    TestImage.builder().layer(Layer.file("a", "b")).build());
            run(runtime, client, WARM_UP);
            Resources before = Resources.now();
            run(runtime, client, ROUNDS);
            Resources.now().requireNoMoreThan(before);
        }
    }

    private static void run(FakeRuntime runtime, CriClient client, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            String id = client.pull("app:1");
            List<ListenableFuture<ImageStatusResponse>> statuses = new ArrayList<>();
            for (int j = 0; j < AT_ONCE; j++) {
                ListenableFuture<ImageStatusResponse> status = client.imagesAtOnce()
                        .imageStatus(ImageStatusRequest.newBuilder()
                                .setImage(CriClient.spec("app:1"))
                                .build());
                statuses.add(status);
                if (j % 7 == 3) {
                    status.cancel(true);
                }
            }
            for (ListenableFuture<ImageStatusResponse> status : statuses) {
                assertTrue(
                        status.isCancelled() || status.get().getImage().getId().equals(id));
            }
            assertThrows(StatusRuntimeException.class, () -> client.pull("app:none"));
            client.remove(id);
            runtime.forget();
            assertEquals("", client.status("app:1").getImage().getId());
        }
    }
}
