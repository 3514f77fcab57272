package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static dev.truename.pull.pull.PullFixture.ranges;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a registry, or the way to it, does to one blob. Each fault strikes the layer; the bytes that are stored in the
/// end are always the true ones.
class BlobFaultsTest {
    private static final int SIZE = 3 << 20;

    private final TestRegistry registry = TestRegistry.start();
    private final TestImage image = TestImage.builder()
            .layer(Layer.opaque(Layer.Compression.NONE, random(1, SIZE)))
            .build();
    private final Blob layer = image.layers().getFirst().blob();

    @TempDir
    Path folder;

    private PullFixture fixture;

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

    static byte[] random(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private String name() {
        return registry.host() + "/app:1";
    }

    private RequestMatcher layerRequests() {
        return RequestMatcher.blobs().reference(layer.digest());
    }

    private List<String> layerRanges() {
        return PullFixture.blobRequests(registry).stream()
                .filter(request -> request.route().reference().equals(layer.digest()))
                .map(request -> request.header("Range").orElse("-"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 65_536, (1 << 20) - 1, (2 << 20) + 17, SIZE - 1})
    void whatWasCutShortIsResumedAtTheExactByte(int bytes) throws Exception {
        registry.inject(layerRequests().nth(1), Faults.truncateAfter(bytes));
        fixture.pulled(name());

        assertEquals(List.of("-", "bytes=" + bytes + "-"), layerRanges());
        assertEquals(List.of(Duration.ofMillis(250)), fixture.time.asked());
    }

    @Test
    void aResetInMidBlobIsResumed() throws Exception {
        registry.inject(layerRequests().nth(1), Faults.resetAfter(2 << 20));
        fixture.pulled(name());

        assertEquals(2, layerRanges().size());
    }

    @Test
    void everyPieceBreaksOffAndItIsResumedForAsLongAsItGetsAhead() throws Exception {
        for (int i = 1; i <= 5; i++) {
            registry.inject(layerRequests().nth(i), Faults.truncateAfter(100_000));
        }
        fixture.pulled(name());

        assertEquals(
                List.of("-", "bytes=100000-", "bytes=200000-", "bytes=300000-", "bytes=400000-", "bytes=500000-"),
                layerRanges());
    }

    @Test
    void aSourceThatNeverGetsAheadIsGivenUp() throws Exception {
        registry.inject(layerRequests(), Faults.truncateAfter(0));

        assertEquals("Unreachable", kind(fixture.failed(name())));
        assertEquals(List.of("-", "-", "-", "-", "-", "-"), layerRanges());
    }

    @Test
    void aServerThatIgnoresRangesStartsOver() throws Exception {
        registry.inject(layerRequests().nth(1), Faults.truncateAfter(2 << 20));
        registry.inject(layerRequests().nth(2), Faults.ignoreRange());
        fixture.pulled(name());

        assertEquals(List.of("-", "bytes=" + (2 << 20) + "-"), layerRanges());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-1/2", "bytes 5-3145727/3145728", "bytes 1000-3145727/9", "nonsense", "bytes */*"})
    void aRangeThatWasNotAskedForIsThrownAwayAndAllIsFetchedAnew(String told) throws Exception {
        registry.inject(layerRequests().nth(1), Faults.truncateAfter(1000));
        registry.inject(layerRequests().nth(2), Faults.contentRange(told));
        fixture.pulled(name());

        assertEquals(List.of("-", "bytes=1000-", "-"), layerRanges());
    }

    @Test
    void aRangeOfOtherBytesIsThrownAwayAndAllIsFetchedAnew() throws Exception {
        registry.inject(layerRequests().nth(1), Faults.truncateAfter(1000));
        registry.inject(layerRequests().nth(2), Faults.corrupt(7));
        fixture.pulled(name());

        assertEquals(List.of("-", "bytes=1000-", "-"), layerRanges());
    }

    @Test
    void aBlobThatIsWholeWhenTheConnectionBreaksIsNotAskedForAgain() throws Exception {
        registry.inject(
                layerRequests().nth(1),
                (request, normal) -> normal.handle(request)
                        .map(response -> response.without("Content-Length"))
                        .resend(response -> new Reply.Raw(chunkedWithoutEnd(response), Reply.Ending.CLOSE)));
        fixture.pulled(name());

        assertEquals(List.of("-"), layerRanges());
    }

    /// The whole body in one chunk, and then nothing where the last chunk has to be.
    private static Body chunkedWithoutEnd(Response response) {
        byte[] head = ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Long.toHexString(response.body().length()) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + SIZE + 2);
        System.arraycopy(random(1, SIZE), 0, all, head.length, SIZE);
        all[all.length - 2] = '\r';
        all[all.length - 1] = '\n';
        return Body.bytes(all);
    }

    static List<Arguments> lies() {
        return List.of(
                Arguments.of("other bytes", Faults.corrupt(SIZE - 1), "Mismatch"),
                Arguments.of("other size", Faults.body(new byte[10]), "Mismatch"),
                Arguments.of("one byte more", Faults.body(random(1, SIZE + 1)), "Mismatch"),
                Arguments.of("endless", Faults.endless(), "Mismatch"),
                Arguments.of("401", Faults.status(401), "Unauthorized"),
                Arguments.of("403", Faults.status(403), "Unauthorized"),
                Arguments.of("429", Faults.tooManyRequests(), "RateLimited"),
                Arguments.of("500", Faults.status(500), "ServerError"),
                Arguments.of("404", Faults.status(404), "Malformed"),
                Arguments.of(
                        "gone",
                        Faults.respond(Response.json(404, "{\"errors\":[{\"code\":\"BLOB_UNKNOWN\"}]}")),
                        "Malformed"),
                Arguments.of("login page", Faults.loginPage(), "Mismatch"),
                Arguments.of("reset", Faults.resetAtOnce(), "Unreachable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aLayerThatIsNotToBeHadIsAFailureAndNoName(String name, Fault fault, String kind) throws Exception {
        registry.inject(layerRequests(), fault);

        assertEquals(kind, kind(fixture.failed(name())), name);
        assertTrue(fixture.store.manifest(Digest.parse(image.digest())).isEmpty(), name);
        assertTrue(fixture.store.manifest(Digest.parse(layer.digest())).isEmpty(), name);
    }

    @Test
    void aWaitThatARegistryAsksForIsKept() throws Exception {
        registry.inject(layerRequests().nth(1), Faults.tooManyRequests(7));
        fixture.pulled(name());

        assertEquals(List.of(Duration.ofSeconds(7)), fixture.time.asked());
    }

    @Test
    void withoutAWordTheWaitGrows() throws Exception {
        registry.inject(RequestMatcher.manifests().first(2), Faults.tooManyRequests());
        fixture.pulled(name());

        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4)), fixture.time.asked());
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void aServerThatFailsOnceIsAskedAgain(int status) throws Exception {
        registry.inject(RequestMatcher.manifests().nth(1), Faults.status(status));
        registry.inject(layerRequests().nth(1), Faults.status(status));
        fixture.pulled(name());

        assertEquals(2, fixture.time.asked().size());
    }

    @Test
    void aTokenThatExpiresMeanwhileIsAskedForAgain() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().usesPerToken(1).build();
        try (TestRegistry guarded =
                TestRegistry.builder().access(Access.bearer(issuer)).start()) {
            guarded.push("app", "1", image);
            fixture.registry(guarded.host());
            fixture.parallelBlobs = 1;
            fixture.pulled(guarded.host() + "/app:1");

            assertEquals(3, issuer.issuedTokens());
        }
    }

    @Test
    void aRedirectToAnotherHostTakesNoCredentials() throws Exception {
        try (TestRegistry guarded =
                TestRegistry.builder().access(Access.bearer(TokenIssuer.open())).start()) {
            guarded.push("app", "1", image);
            guarded.inject(
                    layerRequests().authorized(),
                    Faults.respond(
                            Response.of(307).with("Location", registry.uri() + "/v2/app/blobs/" + layer.digest())));
            fixture.registry(guarded.host());
            fixture.pulled(guarded.host() + "/app:1");

            assertEquals(1, PullFixture.blobRequests(registry).size());
            assertTrue(PullFixture.blobRequests(registry)
                    .getFirst()
                    .authorization()
                    .isEmpty());
        }
    }

    @Test
    void aRedirectThatGoesInACircleIsRefused() throws Exception {
        registry.inject(
                layerRequests(), Faults.respond(Response.of(307).with("Location", "/v2/app/blobs/" + layer.digest())));

        assertEquals("Malformed", kind(fixture.failed(name())));
    }

    @Test
    void anEmptyLayerIsStored() throws Exception {
        TestImage empty = TestImage.builder()
                .layer(Layer.opaque(Layer.Compression.NONE, new byte[0]))
                .build();
        registry.push("app", "empty", empty);
        PullOutcome.Pulled pulled = fixture.pulled(registry.host() + "/app:empty");

        assertEquals(empty.digest(), pulled.root().digest().toString());
        assertEquals(1, ranges(registry).size());
    }
}
