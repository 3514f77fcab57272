package dev.truename.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.content.Blob;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.InjectedFault;
import dev.truename.testkit.fault.Redirects;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FaultsTest {
    private static final Blob BLOB = Blob.of("0123456789");
    private static final String PATH = "/v2/x/blobs/" + BLOB.digest();

    private final TestRegistry registry = TestRegistry.start();
    private final Http http = new Http(registry);

    FaultsTest() {
        registry.putBlob("x", BLOB.digest(), BLOB);
    }

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    static List<Arguments> changedResponses() {
        Instant time = Instant.parse("2026-11-05T01:02:03Z");
        return List.of(
                Arguments.of(Faults.corrupt(3), 200, "012\u00cc456789", "Content-Length", "10"),
                Arguments.of(Faults.corrupt(99), 200, "0123456789", "Content-Length", "10"),
                Arguments.of(Faults.body(new byte[] {'x'}), 200, "x", "Docker-Content-Digest", BLOB.digest()),
                Arguments.of(Faults.contentLength(4), 200, "0123", "Content-Length", "4"),
                Arguments.of(Faults.hugeHeader(9), 200, "0123456789", "X-Padding", "xxxxxxxxx"),
                Arguments.of(Faults.manyHeaders(50), 200, "0123456789", "X-Padding-49", "x"),
                Arguments.of(Faults.digestHeader("sha256:0"), 200, "0123456789", "Docker-Content-Digest", "sha256:0"),
                Arguments.of(
                        Faults.withoutHeader("Docker-Content-Digest"), 200, "0123456789", "Docker-Content-Digest", ""),
                Arguments.of(Faults.status(503), 503, "status 503\n", "Content-Type", "text/plain"),
                Arguments.of(Faults.tooManyRequests(), 429, "TOOMANYREQUESTS", "Retry-After", ""),
                Arguments.of(Faults.tooManyRequests(7), 429, "TOOMANYREQUESTS", "Retry-After", "7"),
                Arguments.of(
                        Faults.tooManyRequests(time),
                        429,
                        "TOOMANYREQUESTS",
                        "Retry-After",
                        "Thu, 05 Nov 2026 01:02:03 GMT"),
                Arguments.of(Faults.loginPage(), 200, "Sign in", "Content-Type", "text/html; charset=utf-8"),
                Arguments.of(Redirects.to("http://else/"), 307, "", "Location", "http://else/"),
                Arguments.of(Redirects.to(301, "//else"), 301, "", "Location", "//else"),
                Arguments.of(Redirects.loop(), 307, "", "Location", PATH),
                Arguments.of(Redirects.toHost(URI.create("http://h:1")), 307, "", "Location", "http://h:1" + PATH));
    }

    @ParameterizedTest
    @MethodSource("changedResponses")
    void changesTheResponse(Fault fault, int status, String body, String header, String value) throws Exception {
        InjectedFault injected = registry.inject(RequestMatcher.blobs(), fault);
        HttpResponse<byte[]> response = http.get(PATH);
        assertEquals(status, response.statusCode());
        String text = new String(response.body(), StandardCharsets.ISO_8859_1);
        assertTrue(text.equals(body) || (!body.isEmpty() && text.contains(body)), text);
        assertEquals(value, response.headers().firstValue(header).orElse(""));
        assertEquals(1, injected.hits());
    }

    static List<Fault> faultsThatBreakTheTransfer() {
        return List.of(
                Faults.resetAfter(4),
                Faults.truncateAfter(4),
                Faults.contentLength(11),
                Faults.resetAtOnce(),
                Faults.closeAtOnce(),
                Faults.garbage("SSH-2.0-OpenSSH\r\n"));
    }

    @ParameterizedTest
    @MethodSource("faultsThatBreakTheTransfer")
    void breaksTheTransfer(Fault fault) {
        // The JDK's client asks again by itself where a connection ends without an answer.
        registry.inject(RequestMatcher.blobs(), fault);
        assertThrows(IOException.class, () -> http.get(PATH));
    }

    @Test
    void aResetIsAResetAndATruncationIsNot() throws Exception {
        registry.inject(RequestMatcher.blobs().nth(1), Faults.resetAfter(4));
        registry.inject(RequestMatcher.blobs().nth(2), Faults.truncateAfter(4));
        try (RawClient client = new RawClient(registry.port())) {
            assertThrows(SocketException.class, () -> client.get(PATH).rest());
        }
        try (RawClient client = new RawClient(registry.port())) {
            String all = client.get(PATH).rest();
            assertTrue(all.contains("Content-Length: 10\r\n") && all.endsWith("\r\n\r\n0123"), all);
        }
    }

    @Test
    void tricklesAsTheTestLetsIt() throws Exception {
        Gate gate = new Gate();
        registry.inject(RequestMatcher.blobs(), Faults.trickle(gate, 3));
        try (RawClient client = new RawClient(registry.port())) {
            client.get(PATH).head();
            gate.release(2);
            assertEquals("012345", client.next(6));
            assertEquals(0, client.in().available());
            gate.open();
            assertEquals("6789", client.next(4));
        }
    }

    @Test
    void anEndlessBodyEndsWithTheClient() throws Exception {
        registry.inject(RequestMatcher.blobs(), Faults.endless());
        try (RawClient client = new RawClient(registry.port())) {
            assertTrue(client.get(PATH).head().contains("Transfer-Encoding: chunked\r\n"));
            assertEquals("a\r\n0123456789\r\n".repeat(100_000), client.next(1_500_000));
        }
    }

    @Test
    void silenceLastsUntilTheServerCloses() throws Exception {
        registry.inject(RequestMatcher.any(), Faults.silence());
        try (RawClient client = new RawClient(registry.port())) {
            client.get(PATH);
            registry.log().await(1);
            assertEquals(0, client.in().available());
            registry.close();
            assertEquals("", client.rest());
        }
    }

    @Test
    void garbageIsSentAsItIs() throws Exception {
        registry.inject(RequestMatcher.any(), Faults.garbage("220 mail ready\r\n"));
        try (RawClient client = new RawClient(registry.port())) {
            assertEquals("220 mail ready\r\n", client.get(PATH).rest());
        }
    }

    @Test
    void encodesWhatNobodyAskedToEncode() throws Exception {
        registry.inject(RequestMatcher.blobs(), Faults.gzipEncoded());
        HttpResponse<byte[]> response = http.get(PATH);
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertEquals("0123456789", new String(plain, StandardCharsets.UTF_8));
    }

    @Test
    void ignoresAndMistellsRanges() throws Exception {
        registry.inject(RequestMatcher.blobs().nth(1), Faults.ignoreRange());
        registry.inject(RequestMatcher.blobs().nth(2), Faults.contentRange("bytes 0-3/10"));
        assertEquals(200, http.get(PATH, "Range", "bytes=4-").statusCode());
        HttpResponse<byte[]> second = http.get(PATH, "Range", "bytes=4-");
        assertEquals(
                "206 456789 bytes 0-3/10",
                second.statusCode() + " " + Http.text(second) + " "
                        + second.headers().firstValue("Content-Range").orElseThrow());
    }

    @Test
    void aChainEndsWithTheContent() throws Exception {
        registry.inject(RequestMatcher.blobs(), Redirects.chain(3));
        HttpResponse<byte[]> response = http.get(PATH);
        int hops = 0;
        while (response.statusCode() == 307) {
            response = http.get(response.headers().firstValue("Location").orElseThrow());
            hops++;
        }
        assertEquals("3 0123456789", hops + " " + Http.text(response));
    }

    @Test
    void failsSoManyTimesThenIsGood() throws Exception {
        InjectedFault fault = registry.inject(RequestMatcher.blobs().first(2), Faults.status(500));
        assertEquals(500, http.get(PATH).statusCode());
        assertEquals(200, http.get("/v2/").statusCode());
        assertEquals(500, http.get(PATH).statusCode());
        assertEquals(200, http.get(PATH).statusCode());
        assertEquals(2, fault.hits());
    }

    static List<Arguments> matchers() {
        return List.of(
                Arguments.of(RequestMatcher.any(), 500),
                Arguments.of(RequestMatcher.manifests(), 200),
                Arguments.of(RequestMatcher.blobs().method("GET"), 500),
                Arguments.of(RequestMatcher.blobs().method("HEAD"), 200),
                Arguments.of(RequestMatcher.blobs().repository("x"), 500),
                Arguments.of(RequestMatcher.blobs().repository("y"), 200),
                Arguments.of(RequestMatcher.blobs().reference(BLOB.digest()), 500),
                Arguments.of(RequestMatcher.blobs().reference("y"), 200),
                Arguments.of(RequestMatcher.blobs().authorized(), 200),
                Arguments.of(RequestMatcher.any().nth(2), 200),
                Arguments.of(RequestMatcher.any().after(1), 200),
                Arguments.of(RequestMatcher.any().first(1), 500));
    }

    @ParameterizedTest
    @MethodSource("matchers")
    void actsOnWhatTheMatcherMeans(RequestMatcher matcher, int status) throws Exception {
        registry.inject(matcher, Faults.status(500));
        assertEquals(status, http.get(PATH).statusCode());
    }

    @Test
    void faultsCompose() throws Exception {
        registry.inject(RequestMatcher.blobs(), Faults.truncateAfter(4).around(Faults.corrupt(0)));
        registry.inject(RequestMatcher.blobs(), Faults.header("X-Also", "this"));
        try (RawClient client = new RawClient(registry.port())) {
            String all = client.get(PATH).rest();
            assertTrue(all.contains("X-Also: this\r\n") && all.endsWith("\r\n\r\n\u00cf123"), all);
        }
    }

    @Test
    void removedFaultsDoNothing() throws Exception {
        registry.inject(RequestMatcher.any(), Faults.status(500)).remove();
        assertEquals(200, http.get(PATH).statusCode());
        registry.inject(RequestMatcher.any(), Faults.status(500));
        registry.clearFaults();
        assertEquals(200, http.get(PATH).statusCode());
    }

    @Test
    void aClosedPortRefuses() {
        try (ClosedPort closed = ClosedPort.reserve()) {
            assertThrows(ConnectException.class, () -> new RawClient(closed.port()).close());
        }
    }
}
