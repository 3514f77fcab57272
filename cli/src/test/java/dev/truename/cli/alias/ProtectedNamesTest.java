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

/// What the commands do where an official table is protected against the cluster and the user.
class ProtectedNamesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() {
        host = new Host(folder)
                .with("unqualified-search-registries = [\"a.example\"]\n")
                .with("001-official.conf", """
                        [aliases]
                        "ubi9" = "good.example/ubi9"
                        "ubi8" = "good.example/ubi8"
                        "mongo" = ""
                        """)
                .with("002-cluster.conf", "[aliases]\n\"tool\" = \"cluster.example/tool\"\n")
                .policy("""
                        [[layer]]
                        owner = "official"
                        files = ["@/registries.conf.d/001-*.conf"]
                        protect = ["ubi*", "mongo"]
                        [[layer]]
                        owner = "cluster"
                        files = ["@/registries.conf.d/002-*.conf"]
                        """);
    }

    private void recorded(String name, String target) throws IOException {
        Files.createDirectories(host.aliasFile().getParent());
        Files.writeString(host.aliasFile(), "[aliases]\n\"" + name + "\" = \"" + target + "\"\n");
    }

    @Test
    void noAliasIsRecordedThatWouldNotCount() {
        CommandRun run = host.run("alias add ubi9 evil.example/ubi9");
        assertEquals(new CommandRun(ExitCode.CONFIGURATION, "", """
                truename: "ubi9" means good.example/ubi9 (registries.conf.d/001-official.conf:2) and is protected by\
                 official (truename.conf:4), so an alias in cache/short-name-aliases.conf would not count
                Nothing was changed. Record the alias under another name, or ask whoever keeps truename.conf.
                """), run);
        assertTrue(host.run("alias add mongo docker.io/library/mongo")
                .err()
                .startsWith("truename: \"mongo\" is to have no alias (registries.conf.d/001-official.conf:4)"));
        assertFalse(Files.exists(host.aliasFile().getParent()));
    }

    @Test
    void whatIsFreeOrMeansTheSameIsRecorded() {
        assertEquals(ExitCode.DONE, host.run("alias add ubi9 good.example/ubi9").exit());
        assertEquals(ExitCode.DONE, host.run("alias add tool my.example/tool").exit());
        assertEquals("my.example/tool:latest\n", host.run("resolve tool").out());
        assertEquals(new CommandRun(ExitCode.DONE, "good.example/ubi9:1\n", ""), host.run("resolve ubi9:1"));
        assertEquals(
                "ok: 4 files, 0 registry tables, 4 aliases, 0 warnings\n",
                host.run("config check").out());
    }

    @Test
    void aConfigurationThatCannotBeReadLetsNothingBeRecorded() {
        host.with("003.conf", "[aliases\n");
        assertEquals(
                ExitCode.CONFIGURATION, host.run("alias add new my.example/new").exit());
        assertFalse(Files.exists(host.aliasFile()));
    }

    @Test
    void aliasesOfOthersNamesAreRefusedAloud() throws IOException {
        recorded("ubi9", "evil.example/ubi9");
        CommandRun run = host.run("resolve ubi9");
        assertEquals(new CommandRun(ExitCode.DONE, "good.example/ubi9:latest\n", """
                warning: 1 alias does not count, for the name is protected; see where with: truename config check
                warning: "ubi9" means good.example/ubi9 (registries.conf.d/001-official.conf:2) and is protected by\
                 official (truename.conf:4); not counted: evil.example/ubi9 (cache/short-name-aliases.conf:2)
                """), run);
        assertEquals("""
                warning: 1 alias does not count, for the name is protected; see where with: truename config check
                """, host.run("resolve tool").err());
        String check = host.run("config check").out();
        assertTrue(
                check.startsWith("cache/short-name-aliases.conf:2: warning: \"ubi9\" means evil.example/ubi9 here, but"
                        + " official protects it and it means good.example/ubi9 (registries.conf.d/001-official.conf:2;"
                        + " truename.conf:4) [protected-name]\n"),
                check);
    }

    @Test
    void explainTellsEveryLayersWord() throws IOException {
        recorded("ubi9", "");
        String out = host.run("explain ubi9").out();
        assertTrue(out.contains("""
                  alias:        good.example/ubi9  (registries.conf.d/001-official.conf:2)
                  layers:       official  good.example/ubi9  (registries.conf.d/001-official.conf:2): counts, protected by\
                 official (truename.conf:4)
                                cluster   nothing
                                user      erased  (cache/short-name-aliases.conf:2): refused, for the name is protected
                """), out);
        assertTrue(out.contains("not counted: its erasure (cache/short-name-aliases.conf:2)\n"), out);
        String json = host.run("explain --json ubi9").out();
        assertTrue(json.contains("""
                "aliases":[{"name":"ubi9","target":"good.example/ubi9",\
                "origin":{"file":"registries.conf.d/001-official.conf","line":2},"owner":"official","shadows":[],\
                "protected":{"by":"official","origin":{"file":"truename.conf","line":4}},\
                "refused":[{"name":"ubi9","target":null,\
                "origin":{"file":"cache/short-name-aliases.conf","line":2},"owner":"user"}]}]"""), json);
        assertTrue(json.contains("""
                "layers":[{"owner":"official","files":["registries.conf.d/001-official.conf"]},\
                {"owner":"cluster","files":["registries.conf.d/002-cluster.conf"]},\
                {"owner":"user","files":["registries.conf","cache/short-name-aliases.conf"]}],"policy":"truename.conf\""""), json);
    }

    @Test
    void whatTheOthersSayWithoutProtectionIsExplainedToo() throws IOException {
        recorded("tool", "my.example/tool");
        String out = host.run("explain tool").out();
        assertTrue(out.contains("""
                  layers:       official  nothing
                                cluster   cluster.example/tool  (registries.conf.d/002-cluster.conf:2): shadowed, for it was\
                 read earlier
                                user      my.example/tool  (cache/short-name-aliases.conf:2): counts, for it was read last
                """), out);
        assertFalse(host.run("explain nothing").out().contains("layers:"));
    }

    @Test
    void theListAndTheWholeShowWhoseTheyAre() throws IOException {
        recorded("ubi9", "evil.example/ubi9");
        assertTrue(host.run("alias list").out().contains("""
                tool  cluster.example/tool  (registries.conf.d/002-cluster.conf:2, cluster)
                ubi8  good.example/ubi8  (registries.conf.d/001-official.conf:3, official)  protected (truename.conf:4)
                ubi9  good.example/ubi9  (registries.conf.d/001-official.conf:2, official)  protected (truename.conf:4)
                    refuses ubi9  evil.example/ubi9  (cache/short-name-aliases.conf:2, user)
                """));
        String shown = host.run("config show").out();
        assertTrue(shown.contains("""
                "ubi9" = "good.example/ubi9"  # registries.conf.d/001-official.conf:2 (official), protected by\
                 truename.conf:4
                #   refuses "ubi9" = "evil.example/ubi9"  # cache/short-name-aliases.conf:2 (user)
                """), shown);
        assertTrue(shown.contains("\n# policy: truename.conf\n"), shown);
        Host again = new Host(folder.resolve("again")).with(shown);
        assertEquals("good.example/ubi9:latest\n", again.run("resolve ubi9").out());
    }

    @Test
    void aProtectedNameWithoutAliasIsSearchedAndNotGivenOne() throws IOException {
        recorded("mongo", "evil.example/mongo");
        CommandRun run = host.run("resolve mongo");
        assertEquals("a.example/mongo:latest\n", run.out());
        assertTrue(run.err().contains("not counted: evil.example/mongo (cache/short-name-aliases.conf:2)"), run.err());
    }

    @Test
    void aBrokenPolicyStopsEverything() {
        host.policy("[[layer]]\nowner = \"vendor\"\n");
        assertEquals(ExitCode.CONFIGURATION, host.run("resolve ubi9").exit());
        assertEquals(
                ExitCode.CONFIGURATION, host.run("alias add x my.example/x").exit());
        assertTrue(host.run("config check").out().startsWith("truename.conf:2: error: "));
    }
}
