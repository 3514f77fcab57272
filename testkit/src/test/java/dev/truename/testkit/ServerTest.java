package dev.truename.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Malformed;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import dev.truename.testkit.http.MemorySink;
import dev.truename.testkit.log.RecordedRequest;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ServerTest {
    private static final String PING = "GET /v2/ HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void serves5000RequestsOnOneConnection() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                RawClient client = new RawClient(registry.port())) {
            for (int i = 0; i < 5000; i++) {
                assertTrue(client.say(PING).head().startsWith("HTTP/1.1 200 "));
                assertEquals("{}", client.next(2));
            }
            assertEquals(5000, registry.log().size());
            assertEquals(1, registry.acceptedConnections());
            assertEquals(5000, registry.log().all().getLast().sequence());
        }
    }

    @Test
    void answersRequestsThatWereSentAtOnceInOrder() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                RawClient client = new RawClient(registry.port())) {
            String last = "GET /else HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            String all = client.say(PING + PING + last).rest();
            assertEquals(4, all.split("HTTP/1\\.1 ", -1).length);
            assertEquals(
                    List.of("GET /v2/", "GET /v2/", "GET /else"), registry.log().lines());
        }
    }

    @Test
    void serves100ConnectionsAtOnce() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Gate gate = new Gate();
            registry.inject(RequestMatcher.any(), Faults.trickle(gate, 1));
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(threads.submit(() -> {
                    try (RawClient client = new RawClient(registry.port())) {
                        client.say(PING).head();
                        return client.next(2);
                    }
                }));
            }
            assertEquals(
                    100,
                    registry.log().await(100).stream()
                            .map(RecordedRequest::connection)
                            .distinct()
                            .count());
            gate.open();
            for (Future<String> answer : answers) {
                assertEquals("{}", answer.get());
            }
        }
    }

    @Test
    void closeEndsWhatIsUnderWay() throws Exception {
        TestRegistry registry = TestRegistry.start();
        registry.inject(RequestMatcher.any(), Faults.trickle(new Gate(), 1));
        try (RawClient idle = new RawClient(registry.port());
                RawClient waiting = new RawClient(registry.port())) {
            waiting.say(PING).head(); // connections are accepted in order, so the other one is too by now
            registry.close();
            assertEquals("", waiting.rest());
            assertEquals("", idle.rest());
            assertThrows(ConnectException.class, () -> new RawClient(registry.port()).close());
        }
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 400",
        "GET /v2/ HTTP/2.0, 400",
        "GET http://x/v2/ HTTP/1.1, 400",
        "GET /v2/ HTTP/1.1|no colon, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Length: x, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Length: -1, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Length: +1, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Length: 18446744073709551615, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Type: a|Transfer-Encoding: chunked||zz, 400",
        "PUT /v2/x/manifests/1 HTTP/1.1|Content-Type: a|Transfer-Encoding: chunked||ffffffffffffffff, 400",
        "GET /v2/x/blobs/%zz HTTP/1.1|Connection: close, 404"
    })
    void refusesWhatIsNotHttp(String lines, int status) throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                RawClient client = new RawClient(registry.port())) {
            client.say(lines.replace("|", "\r\n") + "\r\n\r\n");
            assertTrue(client.head().startsWith("HTTP/1.1 " + status + " "));
        }
    }

    @Test
    void boundsWhatClientsSend() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                RawClient head = new RawClient(registry.port());
                RawClient manifest = new RawClient(registry.port())) {
            head.say("GET /" + "x".repeat(64 * 1024));
            assertTrue(head.head().startsWith("HTTP/1.1 431 "));
            manifest.say("PUT /v2/x/manifests/1 HTTP/1.1\r\nContent-Type: a\r\nContent-Length: 16777217\r\n\r\n");
            manifest.say("x".repeat(16777217));
            assertTrue(manifest.head().startsWith("HTTP/1.1 413 "));
        }
    }

    @Test
    void readsChunkedBodiesAndLetsClientsWait() throws Exception {
        Blob blob = Blob.of("0123456789");
        try (TestRegistry registry = TestRegistry.start();
                RawClient client = new RawClient(registry.port())) {
            client.say("POST /v2/x/blobs/uploads/?digest=" + blob.digest() + " HTTP/1.1\r\n"
                    + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
            assertTrue(client.head().startsWith("HTTP/1.1 100 "));
            client.say("4\r\n0123\r\n6;a=b\r\n456789\r\n0\r\nTrailer: x\r\n\r\n" + PING);
            assertTrue(client.head().startsWith("HTTP/1.1 201 "));
            assertTrue(client.head().startsWith("HTTP/1.1 200 "));
            assertTrue(registry.hasBlob("x", blob.digest()));
        }
    }

    @Test
    void headIsGetWithoutBody() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                RawClient client = new RawClient(registry.port())) {
            TestImage image = TestImage.of("x");
            registry.push("x", "1", image);
            String head = client.say("HEAD /v2/x/manifests/1 HTTP/1.1\r\n\r\n").head();
            assertTrue(head.contains("Content-Length: " + image.manifest().size() + "\r\n"), head);
            assertTrue(client.say(PING).head().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void servesOverTls(@TempDir Path folder) throws Exception {
        TestCertificates certificates = TestCertificates.create(folder);
        Layer layer = Layer.random(folder.resolve("layer"), 1, 2_000_000);
        try (TestRegistry registry = TestRegistry.builder()
                        .hostname("localhost")
                        .tls(certificates.server())
                        .start();
                Http trusting = new Http(registry.uri(), certificates.client());
                Http byAddress = new Http(URI.create("https://127.0.0.1:" + registry.port()), certificates.client());
                Http doubting = new Http(registry)) {
            registry.push("x", "1", TestImage.builder().layer(layer).build());
            byte[] body = trusting.get("/v2/x/blobs/" + layer.blob().digest()).body();
            assertArrayEquals(MemorySink.read(layer.blob().body()), body);
            assertEquals(200, byAddress.get("/v2/").statusCode());
            assertThrows(SSLHandshakeException.class, () -> doubting.get("/v2/"));
            assertEquals(2, registry.log().size());
            registry.inject(RequestMatcher.blobs(), Faults.resetAfter(1000));
            assertThrows(
                    IOException.class,
                    () -> trusting.get("/v2/x/blobs/" + layer.blob().digest()));
        }
    }

    @Test
    void malformedManifestsAreServedAsTheyAre() throws Exception {
        TestImage image = TestImage.of("x");
        TestImage other = TestImage.of("y");
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            registry.push("x", "schema1", Malformed.schema1("x", "schema1"));
            registry.push("x", "both", Malformed.imageAndIndex(image, other));
            registry.push("x", "twice", Malformed.duplicateKey(image, other));
            registry.push("x", "deep", Malformed.deep(image, 1000));
            registry.push("x", "huge", Malformed.huge(image, 5_000_000));
            registry.push("x", "short", Malformed.truncated(image, 1));
            registry.push("x", "told", Malformed.told(image, "text/html"));
            registry.putManifest("x", "sha256:../../x", image.manifest());
            assertTrue(http.get("/v2/x/manifests/schema1")
                    .headers()
                    .firstValue("Content-Type")
                    .orElseThrow()
                    .contains(".v1+prettyjws"));
            String both = Http.text(http.get("/v2/x/manifests/both"));
            assertTrue(
                    both.contains("\"layers\":[{") && both.contains("\"manifests\":[{") && both.endsWith("]}"), both);
            assertEquals(3, Http.text(http.get("/v2/x/manifests/twice")).split("\"config\"", -1).length);
            assertTrue(Http.text(http.get("/v2/x/manifests/deep")).contains("[".repeat(1000)));
            assertTrue(http.get("/v2/x/manifests/huge").body().length > 5_000_000);
            assertTrue(Http.text(http.get("/v2/x/manifests/short")).endsWith("]"));
            assertEquals(
                    "text/html",
                    http.get("/v2/x/manifests/told")
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow());
            assertEquals(200, http.get("/v2/x/manifests/sha256:..%2F..%2Fx").statusCode());
        }
    }

    @Test
    void descriptorsLie() throws Exception {
        TestImage image = TestImage.builder()
                .layer(
                        Layer.file("a", "b"),
                        told -> told.withDigest("sha256:../../x").withSize(-1).withUrls("http://foreign.example/layer"))
                .build();
        String manifest =
                new String(MemorySink.read(image.manifest().blob().body()), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(
                manifest.contains(
                        "\"digest\":\"sha256:../../x\",\"size\":-1,\"urls\":[\"http://foreign.example/layer\"]"),
                manifest);
    }
}
