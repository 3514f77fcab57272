package dev.truename.cli.alias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasCommandsTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() {
        host = new Host(folder).with("[aliases]\n\"b\" = \"quay.io/b\"\n\"a\" = \"quay.io/a\"\n");
    }

    @Test
    void whatIsAddedCountsUntilItIsRemoved() {
        assertEquals("quay.io/a:latest\n", host.run("resolve a").out());
        assertEquals(
                new CommandRun(ExitCode.DONE, "a  my.example/a  (cache/short-name-aliases.conf)\n", ""),
                host.run("alias add a my.example/a"));
        assertEquals("my.example/a:latest\n", host.run("resolve a").out());
        assertEquals("""
                a  my.example/a  (cache/short-name-aliases.conf:3, user)
                    shadows a  quay.io/a  (registries.conf:3, user)
                b  quay.io/b  (registries.conf:2, user)
                """, host.run("alias list").out());
        assertEquals(
                new CommandRun(ExitCode.DONE, "removed a  (cache/short-name-aliases.conf)\n", ""),
                host.run("alias remove a"));
        assertEquals("quay.io/a:latest\n", host.run("resolve a").out());
    }

    @Test
    void listForScriptsAndForCompletion() {
        host.with("1.conf", "[aliases]\n\"b\" = \"\"\n");
        assertEquals("a\nb\n", host.run("alias list --quiet").out());
        assertEquals("""
                {"name":"a","target":"quay.io/a","origin":{"file":"registries.conf","line":3},"owner":"user",\
                "shadows":[],"protected":null,"refused":[]}
                {"name":"b","target":null,"origin":{"file":"registries.conf.d/1.conf","line":2},"owner":"user",\
                "shadows":[{"name":"b","target":"quay.io/b","origin":{"file":"registries.conf","line":2},\
                "owner":"user"}],"protected":null,"refused":[]}
                """, host.run("alias list --json").out());
    }

    @Test
    void changesAsObjects() {
        assertEquals(
                "{\"name\":\"x/y\",\"target\":\"docker.io/library/z\",\"file\":\"cache/short-name-aliases.conf\"}\n",
                host.run("alias add --json x/y docker.io/z").out());
        assertEquals(
                "{\"name\":\"x/y\",\"file\":\"cache/short-name-aliases.conf\"}\n",
                host.run("alias remove --json x/y").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USAGE      | add a:1 quay.io/a    | invalid reference "a:1": it has a tag or a digest
            USAGE      | add quay.io/a q.io/a | invalid reference "quay.io/a": it names a registry
            USAGE      | add a b              | invalid reference "b": there is no registry in front
            USAGE      | add a quay.io/a:1    | invalid reference "quay.io/a:1": a repository has no tag and no digest
            USAGE      | add a                | missing REPOSITORY
            USAGE      | add a b c            | unexpected argument "c"
            USAGE      | list a               | unexpected argument "a"
            USAGE      | lst                  | unknown command "alias lst"; did you mean "alias list"?
            UNRESOLVED | remove a             | there is no alias "a" in cache/short-name-aliases.conf
            """)
    void mistakesChangeNothing(ExitCode exit, String line, String error) {
        CommandRun run = host.run("alias " + line);
        assertEquals(exit, run.exit());
        assertEquals("truename: " + error, run.err().lines().findFirst().orElse(""));
        assertEquals("", run.out());
        assertFalse(Files.exists(host.aliasFile()));
    }

    @Test
    void aFileThatIsNotUnderstoodIsLeftAlone() throws IOException {
        Files.createDirectories(host.aliasFile().getParent());
        Files.writeString(host.aliasFile(), "[aliases\n");
        CommandRun run = host.run("alias add a quay.io/a");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertTrue(run.err().contains("\n  cache/short-name-aliases.conf:1: "), run.err());
        assertEquals("[aliases\n", Files.readString(host.aliasFile()));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(folder.resolve("cache"), "in the way");
        CommandRun run = host.run("alias add a quay.io/a");
        assertEquals(ExitCode.FAILURE, run.exit());
        assertTrue(
                run.err().startsWith("truename: cannot write the alias file cache/short-name-aliases.conf: "),
                run.err());
    }

    @Test
    void aGroupAloneNamesItsCommands() {
        CommandRun run = host.run("alias");
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals(
                "truename: \"alias\" needs one of its commands: list, add or remove",
                run.err().lines().findFirst().orElse(""));
        assertTrue(host.run("alias --help").out().contains("\n  alias add       record what a short name means\n"));
        assertTrue(host.run("help alias").out().contains("\n  alias add       record what a short name means\n"));
    }
}
