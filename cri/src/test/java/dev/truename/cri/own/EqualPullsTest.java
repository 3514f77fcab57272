package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import dev.truename.cri.CriClient;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class EqualPullsTest {
    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void start() throws IOException {
        served = new Served(folder, new OwnStores());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static TestImage image(String content) {
        return TestImage.builder().layer(Layer.file("etc/motd", content)).build();
    }

    private ListenableFuture<PullImageResponse> pulling(String image) {
        return served.client.imagesAtOnce().pullImage(request(image));
    }

    private static PullImageRequest request(String image) {
        return PullImageRequest.newBuilder().setImage(CriClient.spec(image)).build();
    }

    private Gate slow() {
        Gate gate = new Gate();
        served.first.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1));
        return gate;
    }

    private static void awaitWaiting(Gate gate) {
        while (!gate.isWaitedFor()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void thousandEqualAndThousandDifferentPullsAtOnce() throws Exception {
        TestImage same = image("same");
        served.first.push("team/same", "1", same);
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            TestImage one = image("content " + i);
            served.second.push("team/app", "t" + i, one);
            expected.add(one.config().digest());
        }
        Gate gate = slow();
        List<ListenableFuture<PullImageResponse>> equal = new ArrayList<>();
        List<ListenableFuture<PullImageResponse>> different = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            equal.add(pulling(served.first.host() + "/team/same:1"));
        }
        for (int i = 1; i < MANY; i++) {
            served.await(NodeEvent.PullJoined.class, event -> true);
        }
        for (int i = 0; i < MANY; i++) {
            different.add(pulling(served.second.host() + "/team/app:t" + i));
        }
        gate.open();
        for (ListenableFuture<PullImageResponse> pull : equal) {
            assertEquals(same.config().digest(), pull.get().getImageRef());
        }
        Set<String> got = new HashSet<>();
        for (ListenableFuture<PullImageResponse> pull : different) {
            got.add(pull.get().getImageRef());
        }
        assertEquals(expected, got);
        assertEquals(1, served.first.log().of(Route.Kind.MANIFEST).size());
    }

    @Test
    void onePullSurvivesTheCallerWhoBeganIt() throws Exception {
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        Gate gate = slow();
        String name = served.first.host() + "/team/app:1";
        ListenableFuture<PullImageResponse> began = pulling(name);
        awaitWaiting(gate);
        ListenableFuture<PullImageResponse> joined = pulling(name);
        served.await(NodeEvent.PullJoined.class, event -> true);
        began.cancel(true);
        served.await(NodeEvent.PullLeft.class, event -> true);
        assertFalse(joined.isDone());
        gate.open();
        assertEquals(image.config().digest(), joined.get().getImageRef());
        assertEquals(1, served.first.log().of(Route.Kind.MANIFEST).size());
    }

    @Test
    void aPullEndsWithItsLastCaller() throws Exception {
        served.first.push("team/app", "1", image("one"));
        Gate gate = slow();
        String name = served.first.host() + "/team/app:1";
        ListenableFuture<PullImageResponse> one = pulling(name);
        awaitWaiting(gate);
        ListenableFuture<PullImageResponse> two = pulling(name);
        served.await(NodeEvent.PullJoined.class, event -> true);
        one.cancel(true);
        two.cancel(true);
        served.await(NodeEvent.PullFailed.class, event -> true);
        assertFalse(served.client.status(name).hasImage());

        gate.open();
        assertEquals(image("one").config().digest(), served.client.pull(name));
    }

    @Test
    void aPullThatWaitsForItsTurnEndsWithItsCaller() throws Exception {
        Gate gate = slow();
        List<ListenableFuture<PullImageResponse>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) { // one more than there are turns
            served.first.push("team/app", "t" + i, image("content " + i));
            all.add(pulling(served.first.host() + "/team/app:t" + i));
            int number = i;
            served.await(
                    NodeEvent.PullRequested.class,
                    event -> event.ticket().input().endsWith(":t" + number));
        }
        all.forEach(pull -> pull.cancel(true));
        for (int i = 0; i < 5; i++) {
            served.await(NodeEvent.PullFailed.class, event -> true);
        }
        gate.open();
        assertEquals(image("content 4").config().digest(), served.client.pull(served.first.host() + "/team/app:t4"));
    }

    @Test
    void onlySoManyDifferentPullsGoOnAtOnce() throws Exception {
        Gate gate = slow();
        List<ListenableFuture<PullImageResponse>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            served.first.push("team/app", "t" + i, image("content " + i));
            all.add(pulling(served.first.host() + "/team/app:t" + i));
        }
        int started = 0;
        for (int requested = 0; requested < 10; ) {
            NodeEvent event = served.events.take();
            requested += event instanceof NodeEvent.PullRequested ? 1 : 0;
            started += event instanceof NodeEvent.PullStarted ? 1 : 0;
        }
        while (started < 4) {
            started += served.events.take() instanceof NodeEvent.PullStarted ? 1 : 0;
        }
        assertEquals(4, started);
        gate.open();
        int going = started;
        for (int over = 0; over < 10; ) {
            NodeEvent event = served.events.take();
            going += event instanceof NodeEvent.PullStarted ? 1 : 0;
            if (event instanceof NodeEvent.PullSucceeded) {
                over++;
                going--;
            }
            assertTrue(going <= 4, "a pull begins where another has ended");
        }
        for (ListenableFuture<PullImageResponse> pull : all) {
            assertFalse(pull.get().getImageRef().isEmpty());
        }
    }

    @Test
    void aPullEndsWithTheDeadlineOfItsLastCaller() throws Exception {
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        Gate gate = slow();
        String name = served.first.host() + "/team/app:1";
        ListenableFuture<PullImageResponse> hasTime = pulling(name);
        awaitWaiting(gate);
        StatusRuntimeException late = assertThrows(
                StatusRuntimeException.class,
                () -> served.client
                        .images()
                        .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                        .pullImage(request(name)));
        assertEquals(Status.Code.DEADLINE_EXCEEDED, late.getStatus().getCode());
        served.await(NodeEvent.PullLeft.class, event -> true);
        gate.open();
        assertEquals(image.config().digest(), hasTime.get().getImageRef());

        served.client.remove(name);
        served.first.push("team/app", "2", image("two"));
        served.first.clearFaults();
        Gate second = slow();
        assertThrows(
                StatusRuntimeException.class,
                () -> served.client
                        .images()
                        .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                        .pullImage(request(served.first.host() + "/team/app:2")));
        served.await(NodeEvent.PullFailed.class, event -> true);
        assertFalse(served.client.status(served.first.host() + "/team/app:2").hasImage());
        second.open();
    }

    @Test
    void namesThatMeanTheSameArePulledOnce() throws Exception {
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        served.configure("[aliases]\n\"app\" = \"" + served.first.host() + "/team/app\"\n");
        Gate gate = slow();
        ListenableFuture<PullImageResponse> byAlias = pulling("app:1");
        awaitWaiting(gate);
        ListenableFuture<PullImageResponse> byName = pulling(served.first.host() + "/team/app:1");
        served.await(NodeEvent.PullJoined.class, event -> true);
        gate.open();
        assertEquals(byAlias.get(), byName.get());
    }

    @Test
    void othersCredentialsMakeAnotherPull() throws Exception {
        TestImage image = image("one");
        served.first.push("team/app", "1", image);
        Gate gate = slow();
        String name = served.first.host() + "/team/app:1";
        ListenableFuture<PullImageResponse> anonymous = pulling(name);
        awaitWaiting(gate);
        ListenableFuture<PullImageResponse> known = served.client
                .imagesAtOnce()
                .pullImage(request(name).toBuilder()
                        .setAuth(AuthConfig.newBuilder().setUsername("u").setPassword("p"))
                        .build());
        served.await(NodeEvent.PullStarted.class, event -> event.ticket().number() == 2);
        gate.open();
        assertEquals(anonymous.get(), known.get());
        assertTrue(served.first.log().of(Route.Kind.MANIFEST).size() >= 2);
    }
}
