package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.cri.event.NodeEvent;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A mistake of our own in a pull ends the pull, and nothing else.
@Timeout(60)
class BrokenPullTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenPullIsToldAndLeavesNothingBehind() throws Exception {
        OwnStores settings = new OwnStores();
        settings.parallelPulls = 1;
        settings.nodeCredentials = repository -> {
            throw new IllegalStateException("a mistake");
        };
        try (TestRegistry closed = TestRegistry.builder()
                        .access(Access.basic("me", "secret"))
                        .start();
                Served served = new Served(folder, settings)) {
            closed.push("team/app", "1", TestImage.of("x"));
            served.first.push("team/app", "1", TestImage.of("x"));
            served.configure("[[registry]]\nlocation = \"" + closed.host() + "\"\ninsecure = true\n");
            String name = closed.host() + "/team/app:1";
            StatusRuntimeException e = assertThrows(StatusRuntimeException.class, () -> served.client.pull(name));
            assertEquals(Status.Code.INTERNAL, e.getStatus().getCode());
            NodeEvent.PullStarted started = served.await(NodeEvent.PullStarted.class, event -> true);
            NodeEvent.PullBroken ended = served.await(NodeEvent.PullBroken.class, event -> true);
            assertEquals(started.ticket().number(), ended.ticket().number());
            served.client.pull(served.first.host() + "/team/app:1"); // takes the one turn that there is
        }
    }
}
