package dev.truename.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    private static final String V1 = """
            [registries.search]
            registries = ["a.example", "docker.io"]
            [registries.block]
            registries = ["bad.example"]
            """;

    @TempDir
    Path folder;

    @Test
    void aGoodConfigurationIsCounted() {
        Host host = new Host(folder).with("[aliases]\n\"a\" = \"quay.io/a\"\n");
        assertEquals(
                new CommandRun(ExitCode.DONE, "ok: 1 file, 0 registry tables, 1 alias, 0 warnings\n", ""),
                host.run("config check"));
        assertEquals(
                new CommandRun(ExitCode.DONE, "{\"ok\":true,\"errors\":[],\"warnings\":[]}\n", ""),
                host.run("config check --json"));
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        Host host = new Host(folder)
                .with("unqualified-search-registries = [\"intranet\"]\nblock = true\n")
                .with("1.conf", "[aliases]\n\"a:1\" = \"quay.io/a\"\n");
        CommandRun run = host.run("config check");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertEquals("", run.err());
        List<String> starts =
                run.out().lines().filter(line -> !line.startsWith(" ")).toList();
        assertEquals(3, starts.size(), run.out());
        assertTrue(starts.get(0).startsWith("registries.conf:1: error: "), run.out());
        assertTrue(starts.get(0).endsWith(" [search-registry]"), run.out());
        assertTrue(starts.get(1).startsWith("registries.conf.d/1.conf:2: error: "), run.out());
        assertTrue(starts.get(2).startsWith("registries.conf:2: warning: "), run.out());
    }

    @Test
    void mistakesAsAnObject() {
        Host host = new Host(folder).with("unqualified-search-registries = [\"intranet\"]\nblock = true\n");
        CommandRun run = host.run("config check --json");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        String error =
                "{\"ok\":false,\"errors\":[{\"file\":\"registries.conf\",\"line\":1,\"rule\":\"search-registry\","
                        + "\"message\":\"";
        assertTrue(run.out().startsWith(error), run.out());
        assertTrue(
                run.out().contains("\"warnings\":[{\"file\":\"registries.conf\",\"line\":2,\"rule\":\"unknown-key\""),
                run.out());
        assertTrue(run.out().contains("\",\"fix\":\""), run.out());
    }

    @Test
    void whatIsShownIsAConfigurationThatMeansTheSame() {
        Host host = new Host(folder).with("""
                short-name-mode = "enforcing"
                unqualified-search-registries = ["a.example"]
                credential-helpers = ["containers-auth.json"]
                [[registry]]
                prefix = "*.p.example"
                insecure = true
                [[registry]]
                prefix = "q.example/x"
                location = "l.example/y"
                blocked = true
                [[registry.mirror]]
                location = "m.example"
                insecure = true
                pull-from-mirror = "tag-only"
                [aliases]
                "a" = "quay.io/a"
                """).with("2.conf", """
                unqualified-search-registries = ["b.example"]
                [[registry]]
                location = "q.example/x"
                [aliases]
                "a" = ""
                """);
        CommandRun run = host.run("config show");
        assertEquals("""
                # read: registries.conf (user)
                # read: registries.conf.d/2.conf (user)
                short-name-mode = "enforcing"  # registries.conf:1
                # shadows the list at registries.conf:2
                unqualified-search-registries = [
                    "b.example",  # registries.conf.d/2.conf:1
                ]
                credential-helpers = [
                    "containers-auth.json",  # registries.conf:3
                ]

                [[registry]]  # registries.conf:4
                prefix = "*.p.example"
                insecure = true  # registries.conf:6

                # shadows the table at registries.conf:7
                [[registry]]  # registries.conf.d/2.conf:2
                prefix = "q.example/x"
                location = "q.example/x"

                [aliases]
                "a" = ""  # registries.conf.d/2.conf:5 (user)
                #   shadows "a" = "quay.io/a"  # registries.conf:16 (user)
                """, run.out());
        Host again = new Host(folder.resolve("again")).with(run.out());
        assertEquals(values(run.out()), values(again.run("config show").out()));
    }

    private static List<String> values(String shown) {
        return shown.lines()
                .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void shownAsAnObject() {
        Host host = new Host(folder).with("""
                unqualified-search-registries = ["a.example"]
                [[registry]]
                location = "q.example"
                [[registry.mirror]]
                location = "m.example"
                """);
        assertEquals("""
                {"short-name-mode":{"value":"permissive","origin":null},\
                "unqualified-search-registries":{"registries":[\
                {"value":"a.example","origin":{"file":"registries.conf","line":1}}],\
                "origin":{"file":"registries.conf","line":1},"shadows":[]},\
                "credential-helpers":[],"registries":[{"prefix":"q.example","location":"q.example","insecure":false,\
                "blocked":false,"mirrors":[{"location":"m.example","insecure":false,"pull-from-mirror":"all",\
                "origin":{"file":"registries.conf","line":4}}],"origin":{"file":"registries.conf","line":2},\
                "shadows":[]}],"aliases":[],"files":["registries.conf"],\
                "layers":[{"owner":"official","files":[]},{"owner":"cluster","files":[]},\
                {"owner":"user","files":["registries.conf"]}],"policy":null,"warnings":[]}
                """, host.run("config show --json").out());
    }

    @Test
    void version1IsRefusedWithTheWayOut() {
        CommandRun run = new Host(folder).with(V1).run("config check");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertTrue(run.out().contains("[v1-format]"), run.out());
        assertTrue(run.out().contains("truename config convert"), run.out());
    }

    @Test
    void version1IsConverted() throws IOException {
        Host host = new Host(folder).with(V1);
        CommandRun printed = host.run("config convert " + host.main());
        assertEquals(ExitCode.DONE, printed.exit());
        assertEquals(V1, Files.readString(host.main()));
        Path output = folder.resolve("out.conf");
        assertEquals(
                "",
                host.run("config convert --output=" + output + " " + host.main())
                        .out());
        assertEquals(printed.out(), Files.readString(output));
        assertEquals(
                ExitCode.DONE,
                host.run("config convert --in-place " + host.main()).exit());
        assertEquals(printed.out(), Files.readString(host.main()));
        assertEquals(V1, Files.readString(folder.resolve("registries.conf.v1")));
        assertEquals(
                "ok: 1 file, 1 registry table, 0 aliases, 0 warnings\n",
                host.run("config check").out());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void whatCannotBeConvertedIsLeftAlone() throws IOException {
        Host host = new Host(folder).with("[aliases]\n");
        CommandRun run = host.run("config convert --in-place " + host.main());
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertEquals("[aliases]\n", Files.readString(host.main()));
        assertEquals(
                ExitCode.USAGE,
                host.run("config convert --in-place --output=x " + host.main()).exit());
    }
}
