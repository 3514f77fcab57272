package dev.truename.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCommandsTest {
    private static final String RULES = """
            version = "1"
            [hosts]
            "good.example" = "ours"
            "login.example" = "ours, with a login"
            [profiles]
            "small" = "what is needed"
            [namespaces]
            "/" = { product = "Base", lifecycle = "current", profiles = ["small"] }
            "app" = { product = "App", lifecycle = "superseded" }
            [decisions]
            """;
    private static final String DECISION = "\"app/x\" = { target = \"login.example/app/x\", reason = \"it moved\" }\n";

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void files() throws IOException {
        host = new Host(folder);
        file("rules.toml", RULES);
        file("a.conf", "[aliases]\n\"base\" = \"good.example/base\"\n\"app/x\" = \"good.example/app/x\"\n");
        file("b.conf", "[aliases]\n\"app/x\" = \"login.example/app/x\"\n\"mongo\" = \"evil.example/mongo\"\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Runs a command in which `@NAME` is a file of the folder.
    private CommandRun run(String line) {
        return host.run(line.replace("@", folder + "/"));
    }

    private static final String BUILD = "table build --rules @rules.toml --source a=@a.conf --source b=@b.conf";

    @Test
    @DisplayName("sources that disagree build nothing, and both places are told; a reviewed line decides")
    void conflictAndDecision() throws IOException {
        file("out.conf", "old");
        CommandRun run = run(BUILD + " --catalogue @c.toml -o @out.conf");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertEquals("""
                truename: the sources disagree, and no line of rules.toml decides
                  app/x
                    good.example/app/x  (a.conf:3)
                    login.example/app/x  (b.conf:2)
                Nothing was written. Add a line to [decisions], such as "app/x" = { target = "...", reason = "..." }.
                """, run.err());
        assertEquals("old", Files.readString(folder.resolve("out.conf")));
        assertTrue(Files.notExists(folder.resolve("c.toml")));
        assertTrue(run(BUILD + " --json")
                .out()
                .contains("\"conflicts\":[{\"name\":\"app/x\",\"entries\":[{\"target\":"
                        + "\"good.example/app/x\",\"origins\":[{\"file\":\"a.conf\",\"line\":3}]}"));

        file("rules.toml", RULES + DECISION);
        run = run(BUILD + " --catalogue @c.toml -o @out.conf --report");
        assertEquals(new CommandRun(ExitCode.DONE, """
                kept     base  good.example/base  (a.conf:2)
                dropped  mongo  evil.example/mongo  (b.conf:3)  refused-key: an official image of Docker Hub has this name (rules.toml)
                dropped  app/x  good.example/app/x  (a.conf:3)  conflict: it moved (rules.toml:11)
                kept     app/x  login.example/app/x  (b.conf:2)
                kept     2
                dropped  1  refused-key: The name belongs to somebody else, such as a Docker Hub official image.
                dropped  1  conflict: Sources disagree on the name, and a reviewed line decides for another repository.
                """, ""), run);
        String table = Files.readString(folder.resolve("out.conf"));
        assertEquals("""
                [aliases]
                # /: Base
                "base" = "good.example/base"
                # app: App
                "app/x" = "login.example/app/x"
                """, table.substring(table.indexOf("[aliases]")));
        assertTrue(table.contains("# source: a a.conf sha256:"), table);
        assertEquals(
                "rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("c.toml"))));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith(".")));
        }
    }

    @Test
    @DisplayName("from its own catalogue a table is built again, to the byte, and changed rules are applied")
    void base() throws IOException {
        file("rules.toml", RULES + DECISION);
        run(BUILD + " --catalogue @c.toml -o @full.conf");
        String again = "table build --rules @rules.toml --base @c.toml --catalogue @d.toml -o @again.conf";
        assertEquals(ExitCode.DONE, run(again).exit());
        assertEquals(-1, Files.mismatch(folder.resolve("c.toml"), folder.resolve("d.toml")));
        assertEquals(-1, Files.mismatch(folder.resolve("full.conf"), folder.resolve("again.conf")));
        file("rules.toml", RULES + DECISION + "[end-of-life]\n\"app/\" = \"over\"\n\"no/\" = \"over\"\n");
        CommandRun run = run(again);
        assertEquals("kept     1\ndropped  2  end-of-life: The product is out of maintenance.\n", run.out());
        assertEquals("""
                warning: rules.toml:11: [decisions] app/x decides nothing: there is no such conflict (remove the line, or correct it)
                warning: rules.toml:14: [end-of-life] no/ decides nothing: no source has such an entry (remove the line, or correct it)
                """, run.err());
        assertEquals(
                "{\"kept\":1,\"renamed\":0,\"dropped\":{\"end-of-life\":2},\"stale\":[]}\n",
                run(again.replace("@d.toml", "@d.toml --json")).out().replaceAll("\"stale\":.*]", "\"stale\":[]"));
    }

    @Test
    void profilesAreParts() throws IOException {
        file("rules.toml", RULES + DECISION);
        run(BUILD + " --catalogue @c.toml --profile small -o @small.conf");
        assertEquals(
                "base  good.example/base\n",
                run("table list --catalogue @c.toml --profile small").out());
        assertEquals("base\napp/x\n", run("table list --catalogue @c.toml -q").out());
        assertEquals(
                "app/x  good.example/app/x  conflict: it moved\n",
                run("table list --catalogue @c.toml --dropped").out());
        CommandRun run = run("table list --catalogue @c.toml --profile smal");
        assertEquals(ExitCode.USAGE, run.exit());
        assertTrue(run.err().contains("there is no profile \"smal\"; did you mean small?"), run.err());
        assertEquals("""
                app/x  login.example/app/x
                    in the table
                    product    App
                    lifecycle  superseded
                    profiles   official
                app/x  good.example/app/x
                    not in the table, by rule conflict: it moved
                    product    App
                    lifecycle  superseded
                """, run("table show --catalogue @c.toml app/x").out());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            table build --source a=@a.conf                                  | USAGE         | --rules is missing
            table build --rules @rules.toml                                 | USAGE         | there is nothing to build from
            table build --rules @rules.toml --source @a.conf                | USAGE         | has no name
            table build --rules @rules.toml --source a=                     | USAGE         | has no name
            table build --rules @a.conf --source a=@a.conf                  | CONFIGURATION | a.conf:1:
            table build --rules @none --source a=@a.conf                    | CONFIGURATION | none: the file does not exist
            table build --rules @rules.toml --source a=@none                | CONFIGURATION | none: the file does not exist
            table build --rules @rules.toml --source a=@rules.toml --base @a.conf | CONFIGURATION | a.conf:1:
            table build --rules @rules.toml --source a=@bad.conf            | CONFIGURATION | bad.conf:2:
            table build --rules @rules.toml --source a=@a.conf --profile no | USAGE         | there is no profile "no"
            table build --rules @rules.toml --source a=@a.conf -o @no/x     | FAILURE       | its folder does not exist
            table list --catalogue @rules.toml                              | CONFIGURATION | rules.toml:
            table show a:1                                                  | USAGE         | it has a tag or a digest
            table show no/such                                              | UNRESOLVED    | knows no "no/such"
            table show mongo                                                | UNRESOLVED    | refuses it: an official image of Docker Hub has this name
            table show ubi-8                                                | UNRESOLVED    | Did you mean ubi8?
            table diff @a.conf @none                                        | CONFIGURATION | none: the file does not exist
            table diff @empty @a.conf                                       | USAGE         | has no drop-ins
            table mask --name x @a.conf                                     | USAGE         | no drop-in's name
            table mask --name 0.conf @a.conf                                | USAGE         | does not sort behind a.conf
            table mask --name z.conf --way same-name @a.conf                | USAGE         | there are 2 files to write
            table mask --name z.conf --way same-name @mixed.conf            | USAGE         | mixed.conf says more than aliases
            table mask --name z.conf @bad.conf                              | CONFIGURATION | bad.conf:2:
            table mask --name z.conf @a.conf @a.conf                        | USAGE         | have one name, and no node reads both
            table mask --name z.conf --verify -o @no @a.conf                | USAGE         | --verify and --output exclude each other
            table mask --name z.conf -o @no @a.conf                         | FAILURE       | Create the folder first.
            """)
    void refusals(String line, ExitCode exit, String message) throws IOException {
        file("bad.conf", "[aliases]\n\"a:1\" = \"b.example/a\"\n");
        file("mixed.conf", "short-name-mode = \"enforcing\"\n[aliases]\n\"a\" = \"b.example/a\"\n");
        Files.createDirectory(folder.resolve("empty"));
        CommandRun run = run(line);
        assertEquals(exit, run.exit(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    @DisplayName("a difference: what goes to another registry first; a folder is read as a node reads it")
    void diff() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        file("d/0.conf", "[aliases]\n\"base\" = \"nowhere.example/base\"\n\"gone\" = \"good.example/gone\"\n");
        file("d/1.conf", "[aliases]\n\"base\" = \"good.example/other\"\n\"app/x\" = \"evil.example/app/x\"\n");
        CommandRun run = run("table diff --exit-code @d @a.conf");
        assertEquals(new CommandRun(ExitCode.FINDINGS, """
                moved to another registry: 1
                  app: 1
                    ! app/x  evil.example/app/x -> good.example/app/x
                mean another repository: 1
                  /: 1
                    ~ base  good.example/other -> good.example/base
                removed: 1
                  /: 1
                    - gone  good.example/gone
                """, ""), run);
        assertEquals(ExitCode.DONE, run("table diff @d @a.conf").exit());
        assertEquals(
                new CommandRun(ExitCode.DONE, "no difference\n", ""), run("table diff --exit-code @a.conf @a.conf"));
        assertEquals("""
                {"same":false,"moved":[{"name":"app/x","namespace":"app","from":"good.example/app/x",\
                "to":"evil.example/app/x"}],"retargeted":[{"name":"base","namespace":"/","from":"good.example/base",\
                "to":"good.example/other"}],"removed":[],"added":[{"name":"gone","namespace":"/",\
                "to":"good.example/gone"}]}
                """, run("table diff --json @a.conf @d").out());
    }

    @Test
    @DisplayName("the shipped tables have names to be compared by")
    void shipped() {
        assertEquals("no difference\n", run("table diff official official").out());
        String parts = run("table diff official openshift").out();
        assertTrue(parts.startsWith("removed: "), parts);
        assertTrue(run("table show ubi9").out().contains("profiles   official, openshift"));
    }

    @Test
    @DisplayName("a masked vendor's table: checked, written, and in force for other commands")
    void mask() throws IOException {
        Path vendor = Files.createDirectory(folder.resolve("registries.conf.d"));
        Files.writeString(vendor.resolve("001.conf"), """
                [aliases]
                "ubi9" = "evil.example/ubi9"
                "alpine" = "evil.example/alpine"
                """);
        assertEquals("evil.example/alpine:latest\n", run("resolve alpine").out());
        CommandRun check = run("table mask --verify @registries.conf.d");
        assertEquals(
                List.of("current", "current", "legacy"),
                check.out()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        assertTrue(check.out().lines().allMatch(line -> line.contains("2 names before") && line.endsWith(", 0 wrong")));
        assertEquals(
                "registries.conf.d/099-truename-official.conf\n",
                run("table mask -o @registries.conf.d @registries.conf.d").out());
        assertEquals(
                "registry.access.redhat.com/ubi9:latest\n", run("resolve ubi9").out());
        assertEquals(ExitCode.UNRESOLVED, run("resolve alpine").exit());
        String first = Files.readString(vendor.resolve("099-truename-official.conf"));
        assertEquals(
                ExitCode.DONE,
                run("table mask -o @registries.conf.d @registries.conf.d").exit());
        assertEquals(first, Files.readString(vendor.resolve("099-truename-official.conf")));
        String json = run("table mask --verify --json --way same-name @registries.conf.d")
                .out();
        assertTrue(json.startsWith("{\"generation\":\"current\",\"folder\":\"/usr/share\",\"before\":2,"), json);
    }
}
