package dev.truename.cli.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.sarif.SarifRequirements;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
    /// An error, a warning, a note, and a warning that is accepted.
    private static final String TABLE = """
            [aliases]
            "mongo" = "quay.io/stranger/mongo"
            "tools/build" = "img-dev.acme.org/tools/build"
            "shop/web" = "images.acme.internal/shop/web"
            "data/store" = "images.acme.org:8443/data/store" # truename: allow port our own
            """;

    @TempDir
    Path folder;

    private CommandRun lint(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "lint";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandRun run = CommandRun.of(all);
        return new CommandRun(
                run.exit(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void findingsAreToldWithPlaceReasonAndFix() throws IOException {
        CommandRun run = lint(file("a.conf", TABLE));
        assertEquals(ExitCode.FINDINGS, run.exit());
        assertEquals("", run.err());
        assertEquals("""
                a.conf:2: error: "mongo" means quay.io/stranger/mongo, but is the name of an official image of Docker \
                Hub [docker-official-name]
                    why: All the world writes mongo or redis and means Docker Hub's official image: charts, tutorials, \
                base images. Here it runs another one.
                    fix: remove it, or write docker.io/library/mongo
                a.conf:3: warning: "tools/build" means img-dev.acme.org/tools/build, whose host has "dev" in its \
                name [staging-host]
                    why: What is there is overwritten and deleted at will, is often open to many, and is not what a \
                product was released as.
                    fix: write where releases are

                1 error, 1 warning, 1 note, 1 accepted in 1 file; see all with --severity note
                """, run.out());
    }

    @Test
    void theReasonIsToldOnce() throws IOException {
        CommandRun run = lint(file("a.conf", "[aliases]\n\"a/x\"=\"a.org:1/a/x\"\n\"a/y\"=\"a.org:1/a/y\"\n"));
        assertEquals(1, run.out().lines().filter(line -> line.contains("why:")).count());
        assertEquals(2, run.out().lines().filter(line -> line.contains("fix:")).count());
        assertEquals(ExitCode.DONE, run.exit());
    }

    @ParameterizedTest
    @CsvSource({
        "--severity=error, docker-official-name, FINDINGS",
        "--severity=warning, docker-official-name staging-host, FINDINGS",
        "--severity=note, docker-official-name staging-host private-domain, FINDINGS",
        "--fail-on=never, docker-official-name staging-host, DONE",
        "--ignore=docker-official-name, staging-host, DONE",
        "--rule=private-domain, '', DONE",
        "--rule=staging-host --fail-on=warning, staging-host, FINDINGS",
        "--rule=private-domain --fail-on=note, private-domain, FINDINGS",
        "--severity=error --rule=staging-host --fail-on=warning, staging-host, FINDINGS",
        "--rule=port --severity=note --fail-on=note, '', DONE",
    })
    void whatIsToldAndWhatFails(String options, String rules, ExitCode exit) throws IOException {
        String file = file("a.conf", TABLE);
        CommandRun run = lint((options + " " + file).split(" "));
        String told = String.join(
                " ",
                run.out()
                        .lines()
                        .filter(line -> line.endsWith("]"))
                        .map(line -> line.substring(line.lastIndexOf('[') + 1, line.length() - 1))
                        .toList());
        assertEquals(rules, told);
        assertEquals(exit, run.exit());
    }

    @Test
    void asAnObject() throws IOException {
        CommandRun run = lint("--json", "--severity", "note", file("a.conf", TABLE));
        assertEquals(ExitCode.FINDINGS, run.exit());
        JsonObject object = JsonParser.parseString(run.out()).getAsJsonObject();
        assertFalse(object.get("ok").getAsBoolean());
        for (String count : List.of("errors", "warnings", "notes", "accepted")) {
            assertEquals(1, object.get(count).getAsInt(), count);
        }
        assertEquals("[\"a.conf\"]", object.get("files").toString());
        assertEquals(4, object.getAsJsonArray("findings").size());
        assertEquals(
                "{\"level\":\"error\",\"file\":\"a.conf\",\"line\":2,\"rule\":\"docker-official-name\",\"message\":"
                        + "\"\\\"mongo\\\" means quay.io/stranger/mongo, but is the name of an official image of Docker"
                        + " Hub\",\"fix\":\"remove it, or write docker.io/library/mongo\",\"accepted\":null}",
                object.getAsJsonArray("findings").get(0).toString());
        assertEquals(
                "our own",
                object.getAsJsonArray("findings")
                        .get(3)
                        .getAsJsonObject()
                        .get("accepted")
                        .getAsString());
        assertEquals(4, object.getAsJsonArray("rules").size());
        assertEquals(
                "{\"ok\":true,\"errors\":0,\"warnings\":0,\"notes\":0,\"accepted\":0,\"files\":[\"b.conf\"],"
                        + "\"findings\":[],\"rules\":[]}\n",
                lint("--json", file("b.conf", "")).out());
    }

    @Test
    void asSarif() throws IOException {
        CommandRun run = lint("--sarif", file("a.conf", TABLE + "broken\n"), file("b.conf", "x = 1\n"));
        assertEquals(ExitCode.FINDINGS, run.exit());
        List<JsonObject> results = SarifRequirements.check(run.out());
        assertEquals(
                List.of(
                        "docker-official-name 2 error",
                        "staging-host 3 warning",
                        "port 5 warning accepted",
                        "syntax 6 error",
                        "unknown-key 1 warning"),
                results.stream().map(LintCommandTest::shown).toList());
    }

    private static String shown(JsonObject result) {
        String line = result.getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("region")
                .get("startLine")
                .toString();
        return result.get("ruleId").getAsString() + " " + line + " "
                + result.get("level").getAsString() + (result.has("suppressions") ? " accepted" : "");
    }

    @Test
    void aFolderIsReadAsANodeReadsIt() throws IOException {
        file("2.conf", "[aliases]\n\"abc/x\" = \"docker.io/abc/x\"\n");
        file("1.conf", "[aliases]\n\"abc/x\" = \"quay.io/abc/x\"\n");
        file("readme.txt", "none");
        Files.createDirectory(folder.resolve("3.conf"));
        CommandRun run = lint(folder.toString());
        assertTrue(run.out().startsWith("2.conf:2: warning: \"abc/x\" means docker.io/abc/x from here on;"), run.out());
        assertTrue(run.out().endsWith("0 errors, 1 warning in 2 files\n"), run.out());
    }

    /// Whoever opens a pipe waits for somebody to write.
    @Test
    void aPipeInAFolderIsToldAndTheRestIsRead() throws Exception {
        file("1.conf", TABLE);
        String pipe = folder.resolve("2.conf").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
        CommandRun run = lint(folder.toString());
        assertTrue(run.out().contains("1.conf:2: error: "), run.out());
        assertTrue(run.out().contains("2.conf: error: this is a pipe [file-unreadable]"), run.out());
        assertEquals(
                ExitCode.CONFIGURATION,
                CommandRun.of("table", "diff", folder.toString(), "official").exit());
    }

    @Test
    void standardInputIsAFile() {
        CommandRun run = CommandRun.Setup.in(Map.of()).typing(TABLE).run("lint", "-");
        assertTrue(run.out().startsWith("-:2: error: "), run.out());
        assertEquals(ExitCode.FINDINGS, run.exit());
    }

    @Test
    void withoutFilesItIsTheConfigurationInForce() {
        Host host = new Host(folder)
                .with("unqualified-search-registries = [\"docker.io\", \"a.org\"]\nblock = true\n")
                .with("1.conf", "[aliases]\n\"mongo\" = \"quay.io/x/mongo\"\n")
                .with("2.conf", "[aliases\n");
        CommandRun run = host.run("lint");
        assertEquals(
                List.of(
                        "registries.conf:1: error: open-registry-first",
                        "registries.conf:1: warning: permissive-search",
                        "registries.conf:2: warning: unknown-key",
                        "registries.conf.d/1.conf:2: error: docker-official-name",
                        "registries.conf.d/2.conf:1: error: syntax"),
                run.out()
                        .lines()
                        .filter(line -> line.endsWith("]"))
                        .map(line -> line.substring(0, line.indexOf(": ", line.indexOf(": ") + 1)) + ": "
                                + line.substring(line.lastIndexOf('[') + 1, line.length() - 1))
                        .toList(),
                run.out());
        assertTrue(run.out().endsWith("3 errors, 2 warnings in 3 files\n"), run.out());
    }

    @Test
    void whatAPolicyRefusesIsToldByThePolicyAlone() {
        Host host = new Host(folder)
                .with("1.conf", "[aliases]\n\"abc/x\" = \"quay.io/abc/x\"\n")
                .with("2.conf", "[aliases]\n\"abc/x\" = \"docker.io/abc/x\"\n")
                .policy("""
                        [[layer]]
                        owner = "official"
                        files = ["@/registries.conf.d/1.conf"]
                        protect = ["*"]
                        """);
        CommandRun run = host.run("lint");
        assertTrue(run.out().contains("[protected-name]"), run.out());
        assertFalse(run.out().contains("[shadowed-alias]"), run.out());
    }

    @Test
    void wrongUsage() throws IOException {
        String file = file("a.conf", TABLE);
        CommandRun rule = lint("--rule", "prot", file);
        assertEquals(ExitCode.USAGE, rule.exit());
        assertEquals(
                "truename: there is no rule \"prot\"; did you mean port?\nSee them with: truename lint --list-rules\n",
                rule.err());
        assertEquals(ExitCode.USAGE, lint("--json", "--sarif", file).exit());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun none = lint(empty.toString());
        assertEquals(ExitCode.USAGE, none.exit());
        assertEquals("truename: the folder empty has no drop-ins\nDrop-ins are files named *.conf.\n", none.err());
    }

    @Test
    void aFileThatIsNotThereIsAFinding() {
        CommandRun run = lint(folder.resolve("none.conf").toString());
        assertEquals(ExitCode.FINDINGS, run.exit());
        assertTrue(run.out().startsWith("none.conf: error: the file does not exist [file-missing]\n"), run.out());
    }

    @Test
    void rulesAreListed() {
        CommandRun text = lint("--list-rules");
        assertEquals(ExitCode.DONE, text.exit());
        assertTrue(text.out().contains("\nnear-miss (warning): "), text.out());
        JsonObject object =
                JsonParser.parseString(lint("--list-rules", "--json").out()).getAsJsonObject();
        assertEquals(text.out().lines().count(), object.getAsJsonArray("rules").size());
    }
}
