package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.transport.Pauses;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Interrupting the pulling thread ends its pull at any stage, and leaves nothing half-done.
@Timeout(120)
class InterruptTest {
    private final TokenIssuer issuer = TokenIssuer.open();
    private final TestRegistry registry =
            TestRegistry.builder().access(Access.bearer(issuer)).start();
    private final TestImage image = TestImage.builder()
            .layer(Layer.opaque(Layer.Compression.NONE, BlobFaultsTest.random(3, 4 << 20)))
            .layer(Layer.file("a", "b"))
            .build();

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeEach
    void fill() throws Exception {
        fixture = new PullFixture(folder).registry(registry.host());
        registry.push("app", "1", TestIndex.of(image));
    }

    @AfterEach
    void stop() {
        fixture.close();
        registry.close();
    }

    /// A pull in a thread of its own.
    private final class Pull {
        private final CompletableFuture<PullOutcome> outcome = new CompletableFuture<>();
        private final Thread thread = Thread.ofPlatform().start(this::run);

        private void run() {
            try {
                outcome.complete(fixture.puller()
                        .pull(List.of(Qualified.parse(registry.host() + "/app:1")), fixture.events::add));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        }

        PullOutcome interrupted() throws Exception {
            thread.interrupt();
            return outcome.get(60, TimeUnit.SECONDS);
        }
    }

    private void assertCancelled(PullOutcome outcome) throws Exception {
        PullOutcome.Failed failed = assertInstanceOf(PullOutcome.Failed.class, outcome);
        assertEquals("Cancelled", kind(failed));
        assertEquals(List.of(), fixture.store.images());
        fixture.assertNothingBegun();
    }

    @ParameterizedTest
    @CsvSource({"TOKEN, 1", "MANIFEST, 2", "MANIFEST, 3", "BLOB, 1", "BLOB, 3"})
    void atEveryStage(Route.Kind kind, int place) throws Exception {
        Gate gate = new Gate();
        registry.inject(
                RequestMatcher.any().kind(kind),
                (request, normal) -> registry.log().of(kind).size() < place && kind != Route.Kind.BLOB
                        ? normal.handle(request)
                        : Faults.trickle(gate, 1 << 10).answer(request, normal));
        Pull pull = new Pull();
        registry.log().await(place, request -> request.kind() == kind);

        assertCancelled(pull.interrupted());
    }

    @Test
    void inTheMiddleOfALayer() throws Exception {
        Gate gate = new Gate();
        registry.inject(
                RequestMatcher.blobs()
                        .reference(image.layers().getFirst().blob().digest()),
                Faults.trickle(gate, 1 << 20));
        gate.release(2);
        Pull pull = new Pull();
        while (fixture.events.stream().noneMatch(InterruptTest::isWellBegun)) {
            Thread.onSpinWait();
        }
        assertCancelled(pull.interrupted());
    }

    private static boolean isWellBegun(PullEvent event) {
        return event instanceof PullEvent.BlobProgress progress && progress.position() >= 1 << 20;
    }

    @Test
    void whileItWaitsToTryAgain() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        fixture.transport = fixture.transport.with(new Pauses() {
            @Override
            public void pause(Duration duration) throws InterruptedException {
                waiting.countDown();
                new CountDownLatch(1).await();
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public double jitter() {
                return 0;
            }
        });
        registry.inject(RequestMatcher.blobs().authorized(), Faults.tooManyRequests(30));
        Pull pull = new Pull();
        waiting.await();

        assertCancelled(pull.interrupted());
    }

    @Test
    void beforeItBegan() throws Exception {
        Thread.currentThread().interrupt();
        PullOutcome outcome = fixture.pull(registry.host() + "/app:1");

        assertTrue(Thread.interrupted());
        assertCancelled(outcome);
    }

    @Test
    void onlyTheOneThatIsInterrupted() throws Exception {
        Gate gate = new Gate();
        registry.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1 << 30));
        Pull stays = new Pull();
        Pull goes = new Pull();
        registry.log().await(6, request -> request.kind() == Route.Kind.BLOB);
        PullOutcome.Failed failed = assertInstanceOf(PullOutcome.Failed.class, goes.interrupted());
        gate.open();

        assertEquals("Cancelled", kind(failed));
        assertInstanceOf(PullOutcome.Pulled.class, stays.outcome.get(60, TimeUnit.SECONDS));
        assertEquals(List.of(), fixture.store.verify());
    }
}
