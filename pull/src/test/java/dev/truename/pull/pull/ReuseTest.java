package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.blobRequests;
import static dev.truename.pull.pull.PullFixture.kind;
import static dev.truename.pull.pull.PullFixture.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Qualified;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Digests;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import dev.truename.testkit.http.MemorySink;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is there is not fetched again; many pulls at once keep to one limit.
class ReuseTest {
    private final TestRegistry registry = TestRegistry.start();
    private final TestImage image = manyLayers("one");

    @TempDir
    Path folder;

    private PullFixture fixture;

    private static TestImage manyLayers(String text) {
        TestImage.Builder builder = TestImage.builder().layer(Layer.file("shared", "shared"));
        for (int i = 0; i < 6; i++) {
            builder.layer(Layer.file("f" + i, text + i));
        }
        return builder.build();
    }

    @BeforeEach
    void fill() throws Exception {
        fixture = new PullFixture(folder).registry(registry.host());
        registry.push("app", "1", image);
    }

    @AfterEach
    void stop() {
        fixture.close();
        registry.close();
    }

    private String name(String tag) {
        return registry.host() + "/app:" + tag;
    }

    @Test
    void theSecondPullAsksForTheManifestAlone() throws Exception {
        fixture.pulled(name("1"));
        int before = requests(registry).size();
        PullOutcome.Pulled again = fixture.pulled(name("1"));

        assertEquals(before + 1, requests(registry).size());
        assertEquals(new PullOutcome.Transfer(0, 0, 8, size(image)), again.transfer());
    }

    private static long size(TestImage image) {
        return image.blobs().stream().mapToLong(Blob::size).sum();
    }

    @Test
    void byDigestTheSecondPullAsksNobody() throws Exception {
        String byDigest = registry.host() + "/app@" + image.digest();
        fixture.pulled(byDigest);
        int before = registry.log().size();
        fixture.pulled(byDigest);
        fixture.pulled(name("other") + "@" + image.digest());

        assertEquals(before, registry.log().size());
    }

    @Test
    void whatHasToBeConfirmedIsAskedForAlthoughItIsThere() throws Exception {
        fixture.confirmed = true;
        String byDigest = registry.host() + "/app@" + image.digest();
        fixture.pulled(byDigest);
        int before = requests(registry).size();
        PullOutcome.Pulled again = fixture.pulled(byDigest);
        assertEquals(before + 1, requests(registry).size());
        assertEquals(new PullOutcome.Transfer(0, 0, 8, size(image)), again.transfer());

        PullOutcome elsewhere = fixture.pull(registry.host() + "/other@" + image.digest());
        assertEquals("NotFound", kind(assertInstanceOf(PullOutcome.Failed.class, elsewhere)));
    }

    @Test
    void whatAPullWillReuseIsNotReclaimedMeanwhile() throws Exception {
        fixture.pulled(name("1"));
        registry.push("app", "2", manyLayers("two"));
        fixture.parallelBlobs = 1;
        Gate gate = new Gate();
        registry.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1 << 20));
        Puller puller = fixture.puller();
        int before = blobRequests(registry).size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PullOutcome> pull =
                    threads.submit(() -> puller.pull(List.of(Qualified.parse(name("2"))), PullListener.NONE));
            registry.log()
                    .await(
                            before + 1,
                            request -> RequestMatcher.blobs().description().test(request));
            fixture.store.remove(name("1"));
            fixture.store.reclaim();
            gate.open();
            PullOutcome.Pulled pulled = assertInstanceOf(PullOutcome.Pulled.class, pull.get());
            assertEquals(1, pulled.transfer().reusedBlobs());
        }
    }

    @Test
    void aTagThatMovesBringsOnlyWhatIsNew() throws Exception {
        fixture.pulled(name("1"));
        TestImage next = manyLayers("two");
        registry.push("app", "1", next);
        PullOutcome.Pulled pulled = fixture.pulled(name("1"));

        assertEquals(next.digest(), pulled.root().digest().toString());
        assertEquals(1, pulled.transfer().reusedBlobs());
        assertEquals(1, fixture.store.images().size());
    }

    @Test
    void withTagAndDigestTheDigestCounts() throws Exception {
        registry.push("app", "1", manyLayers("two"));
        PullOutcome.Pulled pulled = fixture.pulled(name("1") + "@" + image.digest());

        assertEquals(image.digest(), pulled.root().digest().toString());
        assertEquals(
                name("1") + "@" + image.digest(),
                fixture.store.images().getFirst().name());
        assertTrue(
                requests(registry).stream().noneMatch(request -> request.path().endsWith("/manifests/1")));
    }

    @Test
    void aDigestMayBeSha512() throws Exception {
        String sha512 = Digests.sha512(MemorySink.read(image.manifest().blob().body()));
        registry.putManifest("app", sha512, image.manifest());
        PullOutcome.Pulled pulled = fixture.pulled(registry.host() + "/app@" + sha512);

        assertEquals(sha512, pulled.root().digest().toString());
    }

    @Test
    void aPullThatFailedLeavesItsWholeBlobsToTheNext() throws Exception {
        fixture.parallelBlobs = 1;
        Blob last = image.layers().getLast().blob();
        var fault = registry.inject(RequestMatcher.blobs().reference(last.digest()), Faults.status(403));
        assertEquals("Unauthorized", kind(fixture.failed(name("1"))));
        fault.remove();
        PullOutcome.Pulled pulled = fixture.pulled(name("1"));

        assertTrue(pulled.transfer().reusedBlobs() > 0);
        assertEquals(8, pulled.transfer().reusedBlobs() + pulled.transfer().fetchedBlobs());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void allPullsOfAPullerKeepToOneLimitOfBlobs(int limit) throws Exception {
        registry.push("app", "2", manyLayers("two"));
        registry.push("app", "3", manyLayers("three"));
        fixture.parallelBlobs = limit;
        AtomicInteger arrived = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Gate gate = new Gate();
        registry.inject(RequestMatcher.blobs(), (request, normal) -> {
            most.accumulateAndGet(arrived.incrementAndGet() - done.get(), Math::max);
            return Faults.trickle(gate, 1 << 20).answer(request, normal);
        });
        Puller puller = fixture.puller();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PullOutcome>> pulls = List.of("1", "2", "3", "3").stream()
                    .map(tag -> threads.submit(() -> puller.pull(List.of(Qualified.parse(name(tag))), event -> {
                        if (event instanceof PullEvent.BlobDone) {
                            done.incrementAndGet();
                        }
                    })))
                    .toList();
            registry.log()
                    .await(
                            limit,
                            request -> RequestMatcher.blobs().description().test(request));
            gate.open();
            for (Future<PullOutcome> pull : pulls) {
                assertInstanceOf(PullOutcome.Pulled.class, pull.get());
            }
        }
        assertEquals(limit, most.get());
        assertEquals(List.of(), fixture.store.verify());
        assertEquals(3, fixture.store.images().size());
    }

    @Test
    void onePullerAfterAnotherFetchesEachBlobOnceUnderALimitOfOne() throws Exception {
        fixture.parallelBlobs = 1;
        Puller puller = fixture.puller();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PullOutcome>> pulls = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i ->
                            threads.submit(() -> puller.pull(List.of(Qualified.parse(name("1"))), PullListener.NONE)))
                    .toList();
            for (Future<PullOutcome> pull : pulls) {
                assertInstanceOf(PullOutcome.Pulled.class, pull.get());
            }
        }
        assertEquals(8, blobRequests(registry).size());
    }
}
