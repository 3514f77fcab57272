package dev.truename.pull.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.transport.Pauses;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.Headers;
import dev.truename.testkit.http.HttpServer;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SignatureFinderTest {
    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final Digest DIGEST = Digest.parse("sha256:" + HEX);
    private static final byte[] MESSAGE = {(byte) 0xa3, 1, 2, 3};

    @TempDir
    private Path folder;

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private DistributionClient client;

    @BeforeEach
    void start() {
        server = HttpServer.start(
                request -> {
                    asked.add(request.path());
                    return replies.getOrDefault(request.path(), new Reply.Full(Response.of(404)));
                },
                null);
        client = new DistributionClient(
                DistributionSettings.of(TransportSettings.of("test").with(new NoPauses())), CredentialSource.none());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private SignatureFinder.Found find(String lookaside) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "default-docker:\n  lookaside: " + lookaside + "\n");
        Qualified source = Qualified.parse("127.0.0.1:" + server.port() + "/team/app:1");
        return new SignatureFinder(new SignatureStorage(List.of(folder), folder.resolve("none")))
                .find(DIGEST, source, client.repository(source.repository(), true));
    }

    private String lookaside() {
        return "http://127.0.0.1:" + server.port() + "/look";
    }

    private static String path(int number) {
        return "/look/team/app@sha256=" + HEX + "/signature-" + number;
    }

    private void put(int number, byte[] bytes) {
        replies.put(path(number), new Reply.Full(new Response(200, Headers.NONE, Body.bytes(bytes))));
    }

    private PullFailure failure() {
        return assertThrows(PullException.class, () -> find(lookaside())).failure();
    }

    @Test
    void theyAreReadUntilThereIsNone() throws IOException {
        put(1, MESSAGE);
        put(2, MESSAGE);
        put(4, MESSAGE);
        SignatureFinder.Found found = find(lookaside());
        assertEquals(2, found.messages().size());
        assertArrayEquals(MESSAGE, found.messages().getLast());
        assertEquals(lookaside() + "/team/app@sha256=" + HEX, found.place());
        assertEquals(List.of("/v2/", path(1), path(2), path(3)), asked);
    }

    @Test
    void aFloodIsRefused() {
        for (int number = 1; number <= 1000; number++) {
            put(number, MESSAGE);
        }
        assertTrue(failure() instanceof PullFailure.TooLarge);
        assertEquals(1 + 128, asked.size());
    }

    @Test
    void oneThatNeverEndsIsRefused() {
        replies.put(path(1), new Reply.Endless(new Response(200, Headers.NONE, Body.bytes(MESSAGE))));
        assertTrue(failure() instanceof PullFailure.TooLarge);
    }

    @Test
    void whatIsNeitherThereNorMissingIsNoAnswer() {
        put(1, MESSAGE);
        replies.put(path(2), new Reply.Full(Response.of(403)));
        assertTrue(failure() instanceof PullFailure.Malformed);
        replies.put(path(2), new Reply.Full(Response.of(503)));
        assertTrue(failure() instanceof PullFailure.ServerError);
        put(2, new byte[] {'<'});
        assertTrue(failure() instanceof PullFailure.Unverified);
    }

    @Test
    void aRegistryThatKeepsThemIsAskedAndTheLookasideIsNot() throws IOException {
        put(1, MESSAGE);
        replies.put("/v2/", new Reply.Full(Response.of(401).with("X-Registry-Supports-Signatures", "1")));
        String list = "/extensions/v2/team/app/signatures/" + DIGEST;
        replies.put(
                list,
                new Reply.Full(Response.json(
                        200,
                        "{\"signatures\": [{\"schemaVersion\": 2, \"type\": \"atomic\", \"name\": \"n\", \"content\": \""
                                + Base64.getEncoder().encodeToString(MESSAGE)
                                + "\"}, {\"schemaVersion\": 3, \"type\": \"atomic\"}, {\"schemaVersion\": 2,"
                                + " \"type\": \"other\"}]}")));
        assertEquals(1, find(lookaside()).messages().size());
        assertEquals(List.of("/v2/", list), asked);
        replies.put(list, new Reply.Full(Response.json(200, "{\"signatures\": 7}")));
        assertTrue(failure() instanceof PullFailure.Malformed);
        replies.remove(list);
        assertTrue(failure() instanceof PullFailure.Malformed);
    }

    @Test
    void filesAreReadToo() throws IOException {
        Path there = Files.createDirectories(folder.resolve("s/team/app@sha256=" + HEX));
        Files.write(there.resolve("signature-1"), MESSAGE);
        assertEquals(1, find("file://" + folder.resolve("s")).messages().size());
        Files.createDirectory(there.resolve("signature-2"));
        assertThrows(PullException.class, () -> find("file://" + folder.resolve("s")));
        assertEquals(0, find("file://" + folder.resolve("t")).messages().size());
    }

    @Test
    void whereTheyAreIsToldByAUrlThatCanBeUsed() {
        for (String url : List.of(
                "ftp://a.io/x", "/var/lib", "'http://me:pw@a.io/'", "'http://a.io/?x=1'", "'http://a.io/#x'", "'%%'")) {
            PullFailure failure =
                    assertThrows(PullException.class, () -> find(url)).failure();
            assertTrue(failure instanceof PullFailure.Unverified, url);
            assertEquals(folder.resolve("a.yaml") + ":2", failure.source());
        }
    }

    private static final class NoPauses implements Pauses {
        @Override
        public void pause(Duration duration) {}

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public double jitter() {
            return 0;
        }
    }
}
