package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.pull.PullSettings.SearchFallback;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A search must not end at somebody else's image because the first registry could be made to fail.
class CandidatesTest {
    private final TestRegistry first = TestRegistry.start();
    private final TestRegistry second = TestRegistry.start();
    private final TestImage image = TestImage.of("the true one");
    private final TestImage squatter = TestImage.of("the squatter's");

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeEach
    void fill() throws Exception {
        fixture = new PullFixture(folder).registry(first.host()).registry(second.host());
        first.push("app", "1", image);
        second.push("app", "1", squatter);
    }

    @AfterEach
    void stop() {
        fixture.close();
        first.close();
        second.close();
    }

    private String[] candidates() {
        return new String[] {first.host() + "/app:1", second.host() + "/app:1"};
    }

    @Test
    void theFirstThatThereIsIsTaken() throws Exception {
        PullOutcome.Pulled pulled = fixture.pulled(candidates());

        assertEquals(image.digest(), pulled.root().digest().toString());
        assertEquals(List.of(), pulled.failures());
        assertEquals(0, second.acceptedConnections());
    }

    @ParameterizedTest
    @CsvSource({"app:2, MANIFEST_UNKNOWN", "none:1, NAME_UNKNOWN"})
    void thereIsNoSuchImageSoTheNextIsAsked(String name, String word) throws Exception {
        PullOutcome.Pulled pulled = fixture.pulled(first.host() + "/" + name, second.host() + "/app:1");

        assertEquals(second.host() + "/app:1", pulled.reference().toString());
        assertEquals(1, pulled.failures().size());
        assertEquals("NotFound", kind(pulled.failures().getFirst().failure()));
        assertTrue(pulled.failures().getFirst().failure().detail().contains(word));
    }

    @ParameterizedTest
    @CsvSource({"reject, Blocked", "sigstoreSigned, Unverified", "nonsense, Unverified"})
    void whatTheSignaturePolicyRefusesIsNotAskedForNorIsTheNext(String type, String kind) throws Exception {
        Path policy = Files.writeString(
                folder.resolve("policy.json"),
                "{\"default\": [{\"type\": \"insecureAcceptAnything\"}], \"transports\": {\"docker\": {\""
                        + first.host() + "\": [{\"type\": \"" + type + "\"}]}}}");
        fixture.signatures = new SignaturePolicyFiles(List.of(policy), SignatureStorage.NONE);
        PullOutcome.Failed failed = (PullOutcome.Failed) fixture.pull(candidates());

        assertEquals(kind, kind(failed.mostTelling().failure()));
        assertEquals(1, failed.failures().size());
        assertEquals(0, first.acceptedConnections());
        assertEquals(0, second.acceptedConnections());
        if (!type.equals("nonsense")) {
            assertEquals(
                    squatter.digest(),
                    fixture.pulled(second.host() + "/app:1").root().digest().toString());
        }
    }

    static List<Arguments> failures() {
        return List.of(
                Arguments.of("401", Faults.status(401), "Unauthorized"),
                Arguments.of("403", Faults.status(403), "Unauthorized"),
                Arguments.of("429", Faults.tooManyRequests(), "RateLimited"),
                Arguments.of("500", Faults.status(500), "ServerError"),
                Arguments.of("503", Faults.status(503), "ServerError"),
                Arguments.of("400", Faults.status(400), "Malformed"),
                Arguments.of("410", Faults.status(410), "Malformed"),
                Arguments.of(
                        "404 of a web server",
                        Faults.respond(Response.of(404, "text/html", "<h1>404</h1>")),
                        "Malformed"),
                Arguments.of("login page", Faults.loginPage(), "Malformed"),
                Arguments.of("no HTTP", Faults.garbage("NICE TO MEET YOU\r\n\r\n"), "Malformed"),
                Arguments.of("reset", Faults.resetAtOnce(), "Unreachable"),
                Arguments.of("end", Faults.closeAtOnce(), "Unreachable"),
                Arguments.of("endless", Faults.endless(), "TooLarge"),
                Arguments.of("other bytes", Faults.corrupt(5), "Mismatch"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void anyOtherFailureEndsTheSearchAndTheNextIsNeverContacted(String name, Fault fault, String kind)
            throws Exception {
        first.inject(RequestMatcher.manifests(), fault);

        assertEquals(kind, kind(fixture.failed(candidates())), name);
        assertEquals(0, second.acceptedConnections());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void theOldWayGoesOnWhateverHappens(String name, Fault fault, String kind) throws Exception {
        fixture.fallback = SearchFallback.ANY;
        first.inject(RequestMatcher.manifests(), fault);

        PullOutcome.Pulled pulled = fixture.pulled(candidates());

        assertEquals(squatter.digest(), pulled.root().digest().toString(), name);
        assertEquals(
                List.of(kind),
                pulled.failures().stream().map(f -> kind(f.failure())).toList());
    }

    @Test
    void silenceEndsTheSearch() throws Exception {
        fixture.transport = fixture.transport.withTimeouts(Duration.ofSeconds(10), Duration.ofMillis(300));
        first.inject(RequestMatcher.any(), Faults.silence());

        assertEquals("Unreachable", kind(fixture.failed(candidates())));
        assertEquals(0, second.acceptedConnections());
    }

    @Test
    void aClosedPortEndsTheSearch() throws Exception {
        try (ClosedPort closed = ClosedPort.reserve()) {
            fixture.registry(closed.host());

            PullOutcome.Failed failed = fixture.failed(closed.host() + "/app:1", second.host() + "/app:1");

            assertEquals("Unreachable", kind(failed));
            assertEquals(0, second.acceptedConnections());
        }
    }

    @Test
    void aPlainRegistryThatIsNotInsecureEndsTheSearch() throws Exception {
        try (PullFixture strict = new PullFixture(Files.createDirectory(folder.resolve("strict")))) {
            assertEquals("Tls", kind(strict.failed(candidates())));
            assertEquals(List.of(), PullFixture.requests(first));
            assertEquals(0, second.acceptedConnections());
        }
    }

    @Test
    void aBlockedCandidateEndsTheSearch() throws Exception {
        fixture.blocked("blocked.example");

        PullOutcome.Failed failed = fixture.failed("blocked.example/app:1", second.host() + "/app:1");

        assertEquals("Blocked", kind(failed));
        assertTrue(failed.mostTelling().failure().source().contains("registries.conf"));
        assertEquals(0, second.acceptedConnections());
    }

    @ParameterizedTest
    @CsvSource({"layer", "config", "manifest"})
    void aMissingPieceIsNoMissingImage(String piece) throws Exception {
        TestIndex index = TestIndex.of(image);
        first.push("app", "1", index);
        first.remove(
                "app",
                switch (piece) {
                    case "layer" -> image.layers().getFirst().blob().digest();
                    case "config" -> image.config().digest();
                    default -> image.digest();
                });

        assertEquals("Malformed", kind(fixture.failed(candidates())));
        assertEquals(0, second.acceptedConnections());
    }

    @Test
    void nobodyHasItAndEveryoneIsTold() throws Exception {
        PullOutcome.Failed failed = fixture.failed(first.host() + "/none:1", second.host() + "/none:1");

        assertEquals(
                List.of(first.host() + "/none:1", second.host() + "/none:1"),
                failed.failures().stream().map(f -> f.candidate().toString()).toList());
        assertEquals("NotFound", kind(failed));
    }

    @Test
    void aRateLimitIsToldBeforeANotFound() throws Exception {
        fixture.fallback = SearchFallback.ANY;
        second.inject(RequestMatcher.manifests(), Faults.tooManyRequests(7));

        PullOutcome.Failed failed = fixture.failed(first.host() + "/none:1", second.host() + "/app:1");

        assertEquals("RateLimited", kind(failed));
        assertEquals(2, failed.failures().size());
    }

    @Test
    void aFailedPullLeavesTheNameAsItWas() throws Exception {
        fixture.pulled(candidates());
        TestImage next = TestImage.builder().layer(Layer.file("a", "newer")).build();
        first.push("app", "1", next);
        first.inject(RequestMatcher.blobs(), Faults.status(500));

        assertEquals("ServerError", kind(fixture.failed(candidates())));
        assertEquals(
                image.digest(),
                fixture.store.find(candidates()[0]).orElseThrow().digest().toString());
    }
}
