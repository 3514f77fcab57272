package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.sarif.SarifRequirements;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Audits that ask nobody: forms of the answer, files that are written, exit codes.
class AuditCommandTest {
    private static final String WEB = """
            # a comment that stays
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                spec:
                  containers:
                  - name: app
                    image: team/app:1
                  - name: proxy
                    image: mine:2
                  - name: full
                    image: quay.io/team/full@sha256:%s
            """.formatted("a".repeat(64));

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() throws IOException {
        host = new Host(folder).with("""
                unqualified-search-registries = ["docker.io", "corp.example"]
                [aliases]
                "mine" = "quay.io/me/mine"
                """);
        file("web.yaml", WEB);
        file("names.txt", "team/app:1\n");
        file("fine.txt", "mine:1\nquay.io/a/b\n");
        file("broken.yaml", "kind: Pod\nspec: {{ .Values.x }}\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private CommandRun run(String line) {
        return host.run(line.replace("@", folder + "/"));
    }

    /// On a terminal in which no line is broken.
    private CommandRun wide(String... arguments) {
        return host.run(CommandRun.Setup.in(Map.of("COLUMNS", "400")), arguments);
    }

    @Test
    void linesAreNoWiderThanTheTerminal() {
        CommandRun run = host.run(
                CommandRun.Setup.in(Map.of("COLUMNS", "60")),
                "audit",
                "--format=list",
                folder.resolve("names.txt").toString());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 60), run.out());
        assertTrue(
                run.out().contains("    squattable  not asked; if it is not there, anybody could\n      put it there:"),
                run.out());
    }

    @Test
    void theTableTellsTheWorstFirstAndTheNumbersLast() {
        CommandRun run = wide("audit", folder.resolve("web.yaml").toString());
        assertEquals("""
                squattable  A registry with open registration is asked ahead of any that has the name, and does not have it, or may not: the image of whoever puts one there is run.

                  team/app:1
                    squattable  not asked; if it is not there, anybody could put it there: docker.io/team/app:1
                    ambiguous  not asked, and each may have it: docker.io/team/app:1, corp.example/team/app:1
                    breaks-under-enforcing  2 search registries and no alias
                    undecided  several registries could have it, and nobody asked them
                    used  web.yaml:10: Deployment web, container app

                3 image names, 2 of them short; 3 uses in 1 file
                  squattable              1 name in 1 use
                  ambiguous               1 name in 1 use
                  breaks-under-enforcing  1 name in 1 use
                  alias                   1 name in 1 use
                  qualified               1 name in 1 use
                1 of 2 short names can be given one meaning now: see --fix and --rewrite
                No registry was asked: --probe asks which images there are, --prefer decides without.
                """, run.out());
        assertEquals("", run.err());
        assertEquals(ExitCode.FINDINGS, run.exit());
        assertTrue(run("audit --all @web.yaml").out().contains("  mine:2\n    alias  an alias (registries.conf:3)\n"));
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        CommandRun.Setup terminal =
                new CommandRun.Setup("", Map.of("TERM", "xterm", "COLUMNS", "80"), Set.of(Descriptor.OUTPUT));
        String web = folder.resolve("web.yaml").toString();
        assertTrue(host.run(terminal, "audit", web).out().startsWith("\u001b[31msquattable\u001b[0m"));
        CommandRun.Setup plain = new CommandRun.Setup(
                "", Map.of("TERM", "xterm", "COLUMNS", "80", "NO_COLOR", "1"), Set.of(Descriptor.OUTPUT));
        assertEquals(run("audit @web.yaml").out(), host.run(plain, "audit", web).out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DONE     | audit @fine.txt
            DONE     | audit --fail-on error @fine.txt
            FINDINGS | audit --fail-on alias @fine.txt
            FINDINGS | audit @web.yaml
            FINDINGS | audit --fail-on squattable @web.yaml
            FINDINGS | audit --fail-on missing --fail-on ambiguous @web.yaml
            DONE     | audit --fail-on missing @web.yaml
            DONE     | audit --fail-on none @web.yaml
            FINDINGS | audit --fail-on note @web.yaml
            FINDINGS | audit @broken.yaml
            DONE     | audit --fail-on error @broken.yaml
            FINDINGS | audit --fail-on unread @broken.yaml
            USAGE    | audit
            USAGE    | audit --json --sarif @fine.txt
            USAGE    | audit --fail-on squatable @fine.txt
            USAGE    | audit --dry-run @fine.txt
            USAGE    | audit --rewrite --dry-run --json @fine.txt
            USAGE    | audit --prefer nowhere @fine.txt
            USAGE    | audit --probe-rate 0 @fine.txt
            USAGE    | audit --probe-rate many @fine.txt
            USAGE    | audit --format docx @fine.txt
            USAGE    | audit --fix @web.yaml @fine.txt
            FAILURE  | audit @nothing.yaml
            FAILURE  | audit --fix @no/folder.conf @fine.txt
            """)
    void exitCodes(ExitCode exit, String line) {
        CommandRun run = run(line);
        assertEquals(exit, run.exit(), run::toString);
        if (exit == ExitCode.USAGE || exit == ExitCode.FAILURE) {
            boolean json = line.contains("--json");
            assertTrue((json ? run.out() : run.err()).startsWith(json ? "{\"error\":{" : "truename: "), run::toString);
            assertEquals("", json ? run.err() : run.out());
        }
    }

    @Test
    void aMisspeltClassIsToldWithTheRightOne() {
        assertTrue(run("audit --fail-on squatable @fine.txt").err().contains("did you mean squattable?"));
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestGoesOn() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.move(folder.resolve("broken.yaml"), folder.resolve("in/broken.yaml"));
        file("in/web.yaml", WEB);
        CommandRun run = run("audit @in");
        assertTrue(run.err().startsWith("warning: in/broken.yaml:"), run.err());
        assertTrue(run.out().contains("team/app:1"), run.out());
        assertTrue(run("audit --json @in").out().contains("\"problems\":[{\"source\":\"in/broken.yaml\",\"line\":"));
    }

    @Test
    void jsonHasWhatScriptsNeed() {
        CommandRun run = run("audit --json @web.yaml");
        assertEquals(
                "{\"probed\":false,\"mode\":\"permissive\",\"summary\":{\"names\":3,\"uses\":3,\"files\":1,\"short\":2,"
                        + "\"decided\":1,\"classes\":{\"squattable\":{\"names\":1,\"uses\":1},"
                        + "\"ambiguous\":{\"names\":1,\"uses\":1},\"breaks-under-enforcing\":{\"names\":1,\"uses\":1},"
                        + "\"alias\":{\"names\":1,\"uses\":1},\"qualified\":{\"names\":1,\"uses\":1}}},\"names\":["
                        + "{\"name\":\"team/app:1\",\"short\":true,\"class\":\"squattable\",\"means\":null,"
                        + "\"elsewhere\":\"docker.io/team/app:1\",\"findings\":["
                        + "{\"class\":\"squattable\",\"severity\":\"error\",\"message\":\"not asked; if it is not there,"
                        + " anybody could put it there: docker.io/team/app:1\"},"
                        + "{\"class\":\"ambiguous\",\"severity\":\"error\",\"message\":\"not asked, and each may have it:"
                        + " docker.io/team/app:1, corp.example/team/app:1\"},"
                        + "{\"class\":\"breaks-under-enforcing\",\"severity\":\"error\",\"message\":\"2 search registries"
                        + " and no alias\"}],\"targets\":["
                        + "{\"reference\":\"docker.io/team/app:1\",\"origin\":{\"file\":\"registries.conf\",\"line\":1},"
                        + "\"registration\":\"open\",\"blocked\":false,\"answer\":null},"
                        + "{\"reference\":\"corp.example/team/app:1\",\"origin\":{\"file\":\"registries.conf\",\"line\":1},"
                        + "\"registration\":\"unknown\",\"blocked\":false,\"answer\":null}],"
                        + "\"decision\":{\"state\":\"undecided\",\"key\":\"team/app\",\"candidates\":["
                        + "\"docker.io/team/app\",\"corp.example/team/app\"],\"reason\":\"not-asked\","
                        + "\"message\":\"several registries could have it, and nobody asked them\"},"
                        + "\"uses\":[{\"source\":\"web.yaml\",\"line\":10,\"column\":16,"
                        + "\"holder\":\"Deployment web, container app\",\"guess\":false}]},",
                run.out().substring(0, run.out().indexOf("{\"name\":\"mine:2\"")));
        assertTrue(run.out()
                .contains("\"decision\":{\"state\":\"decided\",\"key\":\"mine\",\"repository\":"
                        + "\"quay.io/me/mine\",\"write\":\"quay.io/me/mine:2\",\"reason\":\"alias\",\"message\":"));
        assertTrue(run.out().endsWith("\"problems\":[],\"rewritten\":[],\"unchanged\":[]}\n"), run.out());
        assertEquals(ExitCode.FINDINGS, run.exit());
    }

    @Test
    void sarifHasFileAndLineOfEachUse() {
        CommandRun run = run("audit --sarif @web.yaml @web.yaml");
        List<JsonObject> results = SarifRequirements.check(run.out());
        assertEquals(6, results.size());
        String first = results.getFirst().toString();
        assertTrue(first.contains("\"ruleId\":\"squattable\""), first);
        assertTrue(first.contains("web.yaml\"},\"region\":{\"startLine\":10,\"startColumn\":16}"), first);
    }

    @Test
    void theDropInIsWrittenOnceAndReplacedOnlyByForce() throws IOException {
        run("audit --prefer docker.io --fix @fix.conf @web.yaml");
        String fix = read("fix.conf");
        assertTrue(fix.contains("\n\"team/app\" = \"docker.io/team/app\"\n"), fix);
        assertTrue(fix.contains("\n\"mine\" = \"quay.io/me/mine\"\n"), fix);
        file("fix.conf", "mine\n");
        assertEquals(
                ExitCode.USAGE,
                run("audit --prefer docker.io --fix @fix.conf @web.yaml").exit());
        assertEquals("mine\n", read("fix.conf"));
        run("audit --prefer docker.io --force --fix @fix.conf @web.yaml");
        assertEquals(fix, read("fix.conf"));
    }

    @Test
    void whatNobodyCanDecideIsLeftAsItIs() throws IOException {
        CommandRun run = run("audit --rewrite @web.yaml");
        assertEquals(WEB.replace("mine:2", "quay.io/me/mine:2"), read("web.yaml"));
        assertTrue(run.out().contains("wrote 1 full name into web.yaml"), run.out());
        assertEquals("", run("audit --rewrite --dry-run @web.yaml").out());
    }

    @Test
    void standardInputCannotBeRewritten() {
        CommandRun run =
                host.run(CommandRun.Setup.in(Map.of()).typing("mine:1\n"), "audit", "--format=list", "--rewrite", "-");
        assertEquals("warning: -:1: left as it is: this is no file\n", run.err());
        assertFalse(run.out().contains("wrote"), run.out());
    }

    /// In folders names tell, when they are read and when they are written.
    @Test
    void aFormatIsThatOfTheFilesThatAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        file("in/web.yaml", WEB);
        Files.move(folder.resolve("fine.txt"), folder.resolve("list.yaml"));
        CommandRun run = run("audit --format list --rewrite @in @list.yaml");
        assertEquals("", run.err());
        assertEquals(WEB.replace("mine:2", "quay.io/me/mine:2"), read("in/web.yaml"));
        assertEquals("quay.io/me/mine:1\nquay.io/a/b\n", read("list.yaml"));
    }

    @Test
    void namesThatHaveTheirAliasNeedNothing() {
        assertFalse(run("audit @fine.txt").out().contains("--fix"));
    }

    @Test
    void modesAreAskedAbout() {
        CommandRun run = wide(
                "audit",
                "--short-name-mode=enforcing",
                folder.resolve("web.yaml").toString());
        assertTrue(
                run.out()
                        .contains("breaks-under-enforcing  2 search registries and no alias: refused, since the mode is"
                                + " enforcing\n"),
                run.out());
    }

    @Test
    void thePageIsWrittenBesideTheAnswer() throws IOException {
        CommandRun run = run("audit --json --html @report.html @web.yaml");
        assertTrue(run.out().startsWith("{\"probed\""), run.out());
        assertTrue(read("report.html").startsWith("<!DOCTYPE html>\n"));
        assertEquals(ExitCode.USAGE, run("audit --html @report.html @web.yaml").exit());
    }
}
