package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.util.concurrent.ListenableFuture;
import dev.truename.cri.CriClient;
import dev.truename.cri.Resources;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hours of a node's life in seconds: images come and go, some are not there, some callers leave.
@Timeout(180)
class SoakTest {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 240;
    private static final int IMAGES = 5;

    @TempDir
    private Path folder;

    private static TestImage image(int number) {
        return TestImage.builder()
                .layer(Layer.file("etc/motd", "number " + number))
                .build();
    }

    @Test
    void nothingGrows() throws Exception {
        try (Served served = new Served(folder, new OwnStores())) {
            served.configure("[aliases]\n\"app\" = \"" + served.first.host() + "/team/app\"\n\"slow\" = \""
                    + served.second.host() + "/team/slow\"\n");
            for (int i = 0; i < IMAGES; i++) {
                served.first.push("team/app", "t" + i, image(i));
            }
            served.second.push("team/slow", "1", image(IMAGES));
            run(served, WARM_UP);
            Resources before = Resources.now();
            run(served, ROUNDS);
            Resources.now().requireNoMoreThan(before);
        }
    }

    private void run(Served served, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            String name = "app:t" + i % IMAGES;
            String id = served.client.pull(name);
            assertEquals(id, served.client.status(name).getImage().getId());
            assertEquals(
                    1,
                    served.client
                            .images()
                            .listImages(ListImagesRequest.getDefaultInstance())
                            .getImagesCount());
            assertThrows(StatusRuntimeException.class, () -> served.client.pull("app:none"));
            if (i % 10 == 0) {
                leave(served);
            }
            served.client.remove(id);
            served.await(NodeEvent.Reclaimed.class, event -> true);
            served.events.clear();
        }
        assertEquals(0, blobs());
    }

    /// A caller that is gone in the middle of its pull.
    private static void leave(Served served) throws InterruptedException {
        Gate gate = new Gate();
        served.second.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1));
        ListenableFuture<PullImageResponse> pull = served.client
                .imagesAtOnce()
                .pullImage(PullImageRequest.newBuilder()
                        .setImage(CriClient.spec("slow:1"))
                        .build());
        while (!gate.isWaitedFor()) {
            Thread.onSpinWait();
        }
        pull.cancel(true);
        served.await(NodeEvent.PullFailed.class, event -> event.ticket().input().equals("slow:1"));
        gate.open();
        served.second.clearFaults();
    }

    /// What is left in the store, of which all has been removed.
    private long blobs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store/blobs/sha256"))) {
            return files.count();
        }
    }
}
