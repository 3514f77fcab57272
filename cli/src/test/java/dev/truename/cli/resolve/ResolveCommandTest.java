package dev.truename.cli.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolveCommandTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() {
        host = new Host(folder).with("""
                unqualified-search-registries = ["a.example", "docker.io"]
                [[registry]]
                location = "quay.io"
                [[registry.mirror]]
                location = "digests.example/quay"
                pull-from-mirror = "digest-only"
                [[registry.mirror]]
                location = "mirror.example:5000/quay"
                insecure = true
                [[registry]]
                location = "bad.example"
                blocked = true
                [aliases]
                "hello" = "quay.io/podman/hello"
                "evil" = "bad.example/evil"
                "gone" = "quay.io/gone"
                """).with("99-gone.conf", """
                [aliases]
                "gone" = ""
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello              | quay.io/podman/hello:latest
            hello:1            | quay.io/podman/hello:1
            hello quay.io/b:2  | quay.io/podman/hello:latest,quay.io/b:2
            QUAY.io/b          | quay.io/b:latest
            docker.io/b        | docker.io/library/b:latest
            other              | a.example/other:latest,docker.io/library/other:latest
            gone               | a.example/gone:latest,docker.io/library/gone:latest
            x/y:2              | a.example/x/y:2,docker.io/x/y:2
            --local hello      | quay.io/podman/hello:latest,localhost/hello:latest,a.example/hello:latest,docker.io/library/hello:latest
            --local quay.io/b  | quay.io/b:latest
            --local bad.example/b | bad.example/b:latest
            """)
    void printsCandidatesInOrder(String names, String references) {
        CommandRun run = host.run("resolve " + names);
        assertEquals(references.replace(',', '\n') + "\n", run.out());
        assertEquals(ExitCode.DONE, run.exit());
    }

    @Test
    void theDigestIsKept() {
        assertEquals(
                "quay.io/podman/hello:1@" + DIGEST + "\n",
                host.run("resolve hello:1@" + DIGEST).out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNRESOLVED    | --short-name-mode enforcing other | short name "other" could be any of:
            BLOCKED       | evil        | bad.example/evil:latest may not be pulled
            BLOCKED       | bad.example/x hello | bad.example/x:latest may not be pulled
            USAGE         | hello ::    | invalid reference "::": the tag is empty
            UNRESOLVED    | Foo/bar     | short name "Foo/bar" has no alias, and no search registry can hold it (registries.conf:1): a repository name is lower-case
            """)
    void whatMayNotBePulledIsAnError(ExitCode exit, String names, String error) {
        CommandRun run = host.run("resolve " + names);
        assertEquals(exit, run.exit());
        assertEquals("truename: " + error, run.err().lines().findFirst().orElse(""));
    }

    @Test
    void aSearchIsTold() {
        assertEquals("""
                warning: short name "other:1" has no alias and is searched (registries.conf:1); write \
                a.example/other:1, or record it: truename alias add other a.example/other
                """, host.run("resolve other:1").err());
    }

    @Test
    void aNearMissOfAnAliasIsTold() {
        String err = host.run("resolve helo").err();
        assertEquals(
                "warning: \"helo\" is no alias, but nearly \"hello\", which means quay.io/podman/hello"
                        + " (registries.conf:14)",
                err.lines().findFirst().orElse(""));
    }

    @Test
    void manyNearMissesAreToldInOneLine() {
        host.with("""
                unqualified-search-registries = ["a.example"]
                [aliases]
                "toola" = "q.example/1"
                "toolb" = "q.example/2"
                "toolc" = "q.example/3"
                "toold" = "q.example/4"
                """);
        assertEquals(
                "warning: \"toole\" is no alias, but nearly \"toola\", which means q.example/1 (registries.conf:3), or"
                        + " \"toolb\", which means q.example/2 (registries.conf:4), or \"toolc\", which means q.example/3"
                        + " (registries.conf:5), or others",
                host.run("resolve toole").err().lines().findFirst().orElse(""));
        assertEquals("", host.run("resolve toold").err());
    }

    @Test
    void nothingIsConfigured() {
        CommandRun run = host.with("").run("resolve hello");
        assertEquals(ExitCode.UNRESOLVED, run.exit());
        assertEquals("""
                truename: short name "hello" has no alias, and no file lists search registries
                Write the full name, or record what it means: truename alias add hello REPOSITORY
                """, run.err());
    }

    @Test
    void anAliasAsAnObject() {
        assertEquals("""
                {"input":"hello:1","short":true,"resolution":"aliased",\
                "origin":{"file":"registries.conf","line":14},"candidates":[\
                {"reference":"quay.io/podman/hello:1","origin":{"file":"registries.conf","line":14},"blocked":false,\
                "sources":[\
                {"reference":"mirror.example:5000/quay/podman/hello:1","mirror":true,"insecure":true,\
                "origin":{"file":"registries.conf","line":7}},\
                {"reference":"quay.io/podman/hello:1","mirror":false,"insecure":false,\
                "origin":{"file":"registries.conf","line":2}}]}],\
                "warnings":[],"error":null}
                """, host.run("resolve --json hello:1").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello         | true  | aliased    | null
            quay.io/b     | false | qualified  | null
            other         | true  | searched   | null
            Foo/bar       | true  | unresolved | inexpressible
            evil          | true  | aliased    | blocked
            bad.example/x | false | qualified  | blocked
            ::            | false | unresolved | invalid-name
            """)
    void everyNameHasAnObject(String name, boolean isShort, String resolution, String kind) {
        CommandRun run = host.run("resolve --json " + name);
        String start = "{\"input\":\"" + name + "\",\"short\":" + isShort + ",\"resolution\":\"" + resolution + "\",";
        assertTrue(run.out().startsWith(start), run.out());
        String error = kind.equals("null") ? "\"error\":null}" : "\"error\":{\"kind\":\"" + kind + "\",\"message\":\"";
        assertTrue(run.out().contains(error), run.out());
        assertEquals("", run.err());
        assertEquals(kind.equals("null"), run.exit() == ExitCode.DONE);
    }

    @Test
    void anAmbiguousNameHasCandidatesAndAnError() {
        String out =
                host.run("resolve --json --short-name-mode=enforcing other").out();
        assertTrue(
                out.contains("\"resolution\":\"ambiguous\",\"origin\":{\"file\":\"registries.conf\",\"line\":1}"), out);
        assertTrue(out.contains("\"reference\":\"a.example/other:latest\""), out);
        assertTrue(
                out.contains("\"error\":{\"kind\":\"ambiguous\",\"message\":\"short name \\\"other\\\" could be"), out);
    }

    @Test
    void aBrokenConfigurationIsAnObjectForEveryName() {
        CommandRun run =
                host.with("unqualified-search-registries = [\"intranet\"]\n").run("resolve --json hello q.io/b");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("{\"input\":\"hello\",\"short\":true,\"resolution\":\"unresolved\""));
        assertTrue(lines.get(1).startsWith("{\"input\":\"q.io/b\",\"short\":false,\"resolution\":\"unresolved\""));
        for (String line : lines) {
            assertTrue(line.contains("\"error\":{\"kind\":\"configuration\",\"message\":\""), line);
            assertTrue(
                    line.contains("\"errors\":[{\"file\":\"registries.conf\",\"line\":1,\"rule\":\"search-registry\""));
        }
    }

    @Test
    void aBrokenConfigurationIsToldOnceToPeople() {
        CommandRun run = host.with("x = \ny = \n").run("resolve hello hello");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertEquals("", run.out());
        assertEquals(
                "truename: the configuration cannot be used",
                run.err().lines().findFirst().orElse(""));
        assertEquals(
                1,
                run.err().lines().filter(line -> line.startsWith("truename:")).count());
        assertTrue(run.err().contains("\n  registries.conf:1: "), run.err());
    }

    @Test
    void namesFromStandardInput() {
        CommandRun.Setup setup = CommandRun.Setup.in(Map.of()).typing("hello\r\n\n  quay.io/b  \n::\nquay.io/c");
        CommandRun run = host.run(setup, "resolve", "quay.io/a", "-", "quay.io/d");
        assertEquals("""
                quay.io/a:latest
                quay.io/podman/hello:latest
                quay.io/b:latest
                quay.io/c:latest
                quay.io/d:latest
                """, run.out());
        assertEquals(ExitCode.USAGE, run.exit());
    }

    @Test
    void aLineWithoutEndHoldsNoMemory() {
        CommandRun.Setup setup = CommandRun.Setup.in(Map.of()).typing("x".repeat(3_000_000) + "\nhello\n");
        CommandRun run = host.run(setup, "resolve", "-");
        assertEquals("quay.io/podman/hello:latest\n", run.out());
        assertTrue(run.err().length() < 1000, run.err());
    }

    @Test
    void answersComeBeforeMoreIsAsked() throws IOException {
        List<String> events = new ArrayList<>();
        InputStream in = new InputStream() {
            private final InputStream text = new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                return text.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = text.read(bytes, offset, Math.min(length, 2));
                events.add("read " + count);
                return count;
            }
        };
        NameLines lines = new NameLines(in, () -> events.add("flush"));
        while (true) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            events.add(line);
        }
        assertEquals(List.of("flush", "read 2", "a", "flush", "read 2", "b", "flush", "read -1"), events);
    }

    @Test
    void likelyMistakesOfTheConfigurationAreOneLine() {
        host.with("block = true\ninsecur = true\n[aliases]\n\"hello\" = \"quay.io/h\"\n");
        CommandRun run = host.run("resolve hello");
        assertEquals("quay.io/h:latest\n", run.out());
        assertEquals(
                "warning: the configuration has 2 likely mistakes; see them with: truename config check\n", run.err());
        String json = host.run("resolve --json hello").out();
        assertTrue(json.contains("\"warnings\":[\"registries.conf:1: "), json);
        assertTrue(json.contains("\",\"registries.conf:2: "), json);
    }
}
