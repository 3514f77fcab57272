package dev.truename.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process that a signal ends, at a registry that has stopped answering.
@Timeout(120)
class InterruptedProcessTest {
    private final TestRegistry registry = TestRegistry.start();

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() {
        registry.push("fine", "latest", TestImage.of("fine"));
        registry.push("slow", "latest", TestImage.of("slow"));
        host = new Host(folder).with("""
                [[registry]]
                prefix = "a.example"
                location = "%s"
                insecure = true
                [aliases]
                "slow" = "a.example/slow"
                "fine" = "a.example/fine"
                """.formatted(registry.host()));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void stall(Route.Kind kind) {
        registry.inject(RequestMatcher.any().kind(kind).repository("slow"), Faults.trickle(new Gate(), 1));
    }

    /// One JSON object and nothing else, as its members by their paths.
    private static Map<String, String> object(String line) throws IOException {
        Map<String, String> members = new TreeMap<>();
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            json.setStrictness(Strictness.STRICT);
            assertEquals(JsonToken.BEGIN_OBJECT, json.peek(), line);
            for (JsonToken token = json.peek(); token != JsonToken.END_DOCUMENT; token = json.peek()) {
                switch (token) {
                    case BEGIN_OBJECT -> json.beginObject();
                    case END_OBJECT -> json.endObject();
                    case BEGIN_ARRAY -> json.beginArray();
                    case END_ARRAY -> json.endArray();
                    case NAME -> assertNotEquals("", json.nextName(), line);
                    case STRING, NUMBER -> add(members, json.getPath(), json.nextString());
                    case BOOLEAN -> add(members, json.getPath(), Boolean.toString(json.nextBoolean()));
                    case NULL -> {
                        add(members, json.getPath(), "null");
                        json.nextNull();
                    }
                    case END_DOCUMENT -> throw new AssertionError(line);
                }
            }
        }
        return members;
    }

    /// Written as a pointer is, such as `/error/sources/0/kind`.
    private static void add(Map<String, String> members, String path, String value) {
        String pointer = path.substring(1).replace('.', '/').replace('[', '/').replace("]", "");
        assertNull(members.put(pointer, value), pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "pull --json slow, MANIFEST, INT, 130",
        "pull --json slow, BLOB, INT, 130",
        "pull --json slow, BLOB, TERM, 143",
        "pull --json --parallel=1 slow fine, BLOB, INT, 130",
    })
    void aPullSaysSoInOneObject(String line, Route.Kind kind, String signal, int status) throws Exception {
        stall(kind);
        try (CommandProcess process = CommandProcess.start(host, line)) {
            registry.log().await(1, request -> request.kind() == kind);
            process.signal(signal);
            List<String> lines = process.rest();
            assertEquals(status, process.status());
            assertEquals(1, lines.size(), lines::toString);
            Map<String, String> members = object(lines.getFirst());
            assertEquals("interrupted", members.get("/error/kind"));
            assertEquals("slow", members.get("/input"));
            assertEquals("aliased", members.get("/resolution"));
            assertEquals("null", members.get("/reference"));
        }
        assertEquals("", Files.readString(folder.resolve("stderr")));
    }

    @Test
    void whatWasPulledBeforeStaysTold() throws Exception {
        stall(Route.Kind.MANIFEST);
        try (CommandProcess process = CommandProcess.start(host, "pull --json fine slow fine")) {
            Map<String, String> first = object(process.line());
            registry.log().await(1, request -> request.path().equals("/v2/slow/manifests/latest"));
            process.signal("INT");
            List<String> lines = process.rest();

            assertEquals("null", first.get("/error"));
            assertEquals(1, lines.size(), lines::toString);
            assertEquals("slow", object(lines.getFirst()).get("/input"));
            assertEquals("interrupted", object(lines.getFirst()).get("/error/kind"));
            assertEquals(130, process.status());
        }
    }

    @Test
    void anInspectionSaysSo() throws Exception {
        stall(Route.Kind.MANIFEST);
        try (CommandProcess process = CommandProcess.start(host, "inspect --json slow")) {
            registry.log().await(1, request -> request.kind() == Route.Kind.MANIFEST);
            process.signal("INT");
            List<String> lines = process.rest();

            assertEquals(1, lines.size(), lines::toString);
            assertEquals("interrupted", object(lines.getFirst()).get("/error/kind"));
            assertEquals(130, process.status());
        }
    }

    @Test
    void whoWaitsForNamesSaysSoAtOnce() throws Exception {
        try (CommandProcess process = CommandProcess.start(host, "resolve --json -")) {
            process.type("fine\n");
            assertEquals("fine", object(process.line()).get("/input"));
            process.signal("INT");
            List<String> lines = process.rest();

            assertEquals(1, lines.size(), lines::toString);
            assertEquals(
                    Map.of("/error/kind", "interrupted", "/error/message", "interrupted"), object(lines.getFirst()));
            assertEquals(130, process.status());
        }
    }

    @Test
    void forPeopleThereAreWords() throws Exception {
        stall(Route.Kind.BLOB);
        try (CommandProcess process = CommandProcess.start(host, "pull --quiet slow fine")) {
            registry.log().await(1, request -> request.kind() == Route.Kind.BLOB);
            process.signal("INT");

            assertEquals(List.of(), process.rest());
            assertEquals(130, process.status());
        }
        String said = Files.readString(folder.resolve("stderr"));
        assertTrue(said.startsWith("truename: cannot get slow: interrupted\n"), said);
    }
}
