package dev.truename.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandProcess;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCheckCommandTest {
    private static final String HEADER = "# truename table check: answers of registries, version 1\n";

    private final TestRegistry registry = TestRegistry.start();
    private final TestRegistry mirror = TestRegistry.start();
    private final TestImage image = TestImage.of("hello");

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void fill() throws IOException {
        host = new Host(folder).with(insecure(registry));
        registry.push("team/app", "1", image);
        registry.push("team/lib", "latest", image);
        table("app", "lib", "none");
    }

    @AfterEach
    void stop() {
        registry.close();
        mirror.close();
    }

    private static String insecure(TestRegistry registry) {
        return "[[registry]]\nlocation = \"" + registry.host() + "\"\ninsecure = true\n";
    }

    private String mirrored(String prefix, String line) {
        return "[[registry]]\nlocation = \"" + registry.host() + prefix + "\"\ninsecure = true\n[[registry.mirror]]\n"
                + "location = \"" + mirror.host() + prefix + "\"\ninsecure = true\n" + line + "\n";
    }

    private void table(String... names) throws IOException {
        StringBuilder text = new StringBuilder("[aliases]\n");
        for (String name : names) {
            text.append('"')
                    .append(name)
                    .append("\" = \"")
                    .append(registry.host())
                    .append("/team/")
                    .append(name)
                    .append("\"\n");
        }
        Files.writeString(folder.resolve("table.conf"), text);
    }

    private CommandRun check(String options) {
        CommandRun run = host.run(("table check --rate 1000 " + options).strip() + " " + folder + "/table.conf");
        return new CommandRun(run.exit(), hide(run.out()), hide(run.err()));
    }

    private String hide(String text) {
        return text.replace(registry.host(), "REG").replace(mirror.host(), "MIR");
    }

    @Test
    @DisplayName("what is missing is listed, and counted by host")
    void missing() {
        assertEquals(new CommandRun(ExitCode.FINDINGS, """
                missing  none  REG/team/none  REG/team/none has no such repository
                3 names: 2 there, 1 missing
                """, ""), check(""));
    }

    @Test
    void allAreListedOnDemandInTheOrderOfNames() throws IOException {
        table("lib", "app");
        assertEquals(new CommandRun(ExitCode.DONE, """
                there  app  REG/team/app
                there  lib  REG/team/lib
                2 names: 2 there
                """, ""), check("--all"));
    }

    @Test
    void theFirstMirrorThatHasItWouldServeIt() {
        host.with(mirrored("/team", ""));
        mirror.push("team/app", "1", image);

        assertEquals(new CommandRun(ExitCode.FINDINGS, """
                there  app  REG/team/app  from MIR/team/app (a mirror)
                there  lib  REG/team/lib
                missing  none  REG/team/none  MIR/team/none (a mirror) has no such repository; REG/team/none has no such repository
                3 names: 2 there, 1 missing
                  1 would be served by the mirror MIR
                """, ""), check("--all"));
    }

    @Test
    void inADisconnectedClusterNobodyButMirrorsIsAsked() {
        host.with(mirrored("/team/app", "") + mirrored("/team/lib", "pull-from-mirror = \"digest-only\""));
        mirror.push("team/app", "1", image);
        mirror.push("team/lib", "latest", image);

        assertEquals(new CommandRun(ExitCode.FINDINGS, """
                digest-only  lib  REG/team/lib  its mirrors serve digests only: MIR/team/lib (a mirror)
                unmirrored  none  REG/team/none  no mirror is set up for it
                3 names: 1 there, 1 unmirrored, 1 digest-only
                  1 would be served by the mirror MIR
                """, ""), check("--disconnected"));
        assertEquals(0, registry.acceptedConnections());
    }

    @Test
    void offlineNobodyIsAsked() {
        host.with(mirrored("/team/app", "") + mirrored("/team/lib", "pull-from-mirror = \"digest-only\"")
                + "[[registry]]\nlocation = \"" + registry.host() + "/team/none\"\nblocked = true\n");

        assertEquals(new CommandRun(ExitCode.FINDINGS, """
                mirrored  app  REG/team/app  from MIR/team/app (a mirror)
                digest-only  lib  REG/team/lib  its mirrors serve digests only: MIR/team/lib (a mirror)
                blocked  none  REG/team/none  blocked by registries.conf:17
                3 names: 1 mirrored, 1 digest-only, 1 blocked
                """, ""), check("--offline --all"));
        assertEquals(0, registry.acceptedConnections() + mirror.acceptedConnections());
    }

    @Test
    void forScriptsThereIsALineForEachName() throws IOException {
        host.with(mirrored("/team", ""));
        table("app", "none");
        mirror.push("team/app", "latest", image);
        CommandRun run = check("--json");
        assertEquals(ExitCode.FINDINGS, run.exit());
        assertEquals("""
                {"name":"app","target":"REG/team/app","state":"there","servedBy":"MIR/team/app","blockedBy":null,"sources":[{"repository":"MIR/team/app","mirror":true,"insecure":true,"tags":true,"digests":true,"answer":"present","latest":"%s"},{"repository":"REG/team/app","mirror":false,"insecure":true,"tags":true,"digests":true,"answer":"present","latest":null}]}
                {"name":"none","target":"REG/team/none","state":"missing","servedBy":null,"blockedBy":null,"sources":[{"repository":"MIR/team/none","mirror":true,"insecure":true,"tags":true,"digests":true,"answer":"absent","missing":"repository"},{"repository":"REG/team/none","mirror":false,"insecure":true,"tags":true,"digests":true,"answer":"absent","missing":"repository"}]}
                {"summary":{"names":2,"there":1,"missing":1,"hosts":{"REG":{"there":1,"missing":1}},"mirrors":{"MIR":1},"failures":{}}}
                """.formatted(image.digest()), run.out());
        assertEquals("", run.err());
    }

    @Test
    void whatCouldNotBeFoundOutIsToldByReason() throws IOException {
        table("app", "lib");
        registry.deny("team/app", Denial.FORBIDDEN);
        CommandRun run = check("");
        assertEquals(ExitCode.CREDENTIALS, run.exit());
        assertTrue(
                run.out().startsWith("unknown  app  REG/team/app  unauthorized: http://REG/v2/team/app/"), run.out());
        assertTrue(run.out().contains("2 names: 1 there, 1 unknown\n  1 unauthorized, such as: "), run.out());

        try (ClosedPort port = ClosedPort.reserve()) {
            Files.writeString(folder.resolve("table.conf"), "[aliases]\n\"x\" = \"" + port.host() + "/x\"\n");
            run = check("");
            assertEquals(ExitCode.UNREACHABLE, run.exit());
            assertTrue(run.out().contains("  1 unreachable, such as: "), run.out());
        }
    }

    @Test
    void aHostThatLimitsTheRateIsToldOnceAndLeftAlone() throws IOException {
        table("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        registry.inject(RequestMatcher.any(), Faults.tooManyRequests(0));
        CommandRun run = check("");
        assertEquals(ExitCode.UNREACHABLE, run.exit());
        assertTrue(run.out().contains(" rate-limited, such as: "), run.out());
        assertTrue(run.out().contains(" not-asked, such as: REG is not asked any more, since "), run.out());
        // four at once at most, each tried five times
        assertTrue(registry.log().size() <= 20, () -> "asked " + registry.log().size());
    }

    @Test
    void credentialsAreThoseOfTheHost() throws IOException {
        try (TestRegistry locked =
                TestRegistry.builder().access(Access.basic("me", "s3cret")).start()) {
            locked.push("x", "latest", image);
            host.with(insecure(registry) + insecure(locked));
            Files.writeString(
                    folder.resolve("table.conf"),
                    "[aliases]\n\"x\" = \"" + locked.host() + "/x\"\n\"lib\" = \"" + registry.host() + "/team/lib\"\n");
            String secret = Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8));
            Path auth = Files.writeString(
                    folder.resolve("auth.json"),
                    "{\"auths\":{\"" + locked.host() + "\":{\"auth\":\"" + secret + "\"}}}");

            assertEquals(ExitCode.CREDENTIALS, check("").exit());
            assertEquals(ExitCode.DONE, check("--authfile " + auth).exit());
            assertTrue(registry.log().all().stream()
                    .allMatch(each -> each.authorization().isEmpty()));
        }
    }

    @Test
    void aStateIsGoneOnWith() throws IOException {
        CommandRun whole = check("--state " + folder + "/state");
        int asked = registry.log().size();
        assertEquals(ExitCode.FINDINGS, whole.exit());
        List<String> lines = Files.readAllLines(folder.resolve("state"));
        assertEquals(4, lines.size());
        assertTrue(lines.contains("repository present insecure " + registry.host() + "/team/lib " + image.digest()));
        assertTrue(lines.contains("repository absent-repository insecure " + registry.host() + "/team/none -"));

        assertEquals(whole, check("--state " + folder + "/state --resume"));
        assertEquals(asked, registry.log().size());
        assertEquals(lines, Files.readAllLines(folder.resolve("state")));
    }

    @Test
    void aFailureIsAskedAgain() throws IOException {
        registry.deny("team/app", Denial.FORBIDDEN);
        assertTrue(check("--state " + folder + "/state").out().contains("1 unknown"));
        assertEquals(3, Files.readAllLines(folder.resolve("state")).size());
        assertTrue(check("--state " + folder + "/state --resume").out().contains("1 unknown"));
        assertEquals(
                2,
                registry.log().matching(each -> each.route().repository().equals("team/app")).stream()
                        .filter(each -> each.method().equals("HEAD"))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 57, 58, 60, 80, 100, 1000})
    @DisplayName("wherever the process was killed, what is whole of the file counts and nothing is lost")
    void aStateMayEndAnywhere(int length) throws IOException {
        CommandRun whole = check("--state " + folder + "/state");
        byte[] bytes = Files.readAllBytes(folder.resolve("state"));
        List<String> lines = Files.readAllLines(folder.resolve("state"));
        Files.write(folder.resolve("state"), java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length)));

        assertEquals(whole, check("--state " + folder + "/state --resume"));
        List<String> again = Files.readAllLines(folder.resolve("state"));
        assertEquals(lines.stream().sorted().toList(), again.stream().sorted().toList());
        assertTrue(Files.readString(folder.resolve("state")).endsWith("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'hello\n', 'state:1: it is no state of a check'",
        "'@nonsense\n', 'state:2: this is no answer: nonsense'",
        "'@repository present secure a.io/b -\nrepository maybe secure a.io/b -\n', 'state:3: this is no answer: "
                + "repository maybe secure a.io/b -'",
        "'@repository present secure a.io/b sha256:1\n', 'state:2: this is no answer: repository present secure a.io/b "
                + "sha256:1'",
        "'@repository present secure b -\n', 'state:2: this is no answer: repository present secure b -'",
        "'@repository present plain a.io/b -\n', 'state:2: this is no answer: repository present plain a.io/b -'",
    })
    void aFileThatIsNoStateIsLeftAsItIs(String text, String error) throws IOException {
        String before = text.replace("@", HEADER);
        Files.writeString(folder.resolve("state"), before);
        CommandRun run = check("--state " + folder + "/state --resume");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertTrue(run.err().startsWith("truename: " + error + "\n"), run.err());
        assertEquals(before, Files.readString(folder.resolve("state")));
        assertTrue(registry.log().isEmpty());
    }

    @Test
    void aStateThatIsThereIsNotGoneOnWithUnasked() throws IOException {
        check("--state " + folder + "/state");
        CommandRun run = check("--state " + folder + "/state");
        assertEquals(ExitCode.USAGE, run.exit());
        assertTrue(run.err().contains("Go on with it by --resume, or remove the file."), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --resume                       | --resume needs a state to go on with
            --offline --disconnected       | --offline and --disconnected exclude each other
            --offline --state x            | --offline asks nobody, so there are no answers for --state
            --rate 0                       | the value of --rate is no rate: 0
            --rate many                    | the value of --rate is no rate: many
            --rate 1001                    | the value of --rate is no rate: 1001
            """)
    void wrongUsageIsTold(String options, String error) {
        CommandRun run = host.run("table check " + options + " " + folder + "/table.conf");
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals("truename: " + error, run.err().lines().findFirst().orElse(""));
    }

    @Test
    void theShippedTableIsTheDefault() {
        CommandRun run = host.run("table check --offline");
        assertEquals(ExitCode.FINDINGS, run.exit());
        assertTrue(run.out().contains("1284 names: 1284 unmirrored\n"), run.out());
        assertTrue(run.err().contains("checked 1284 of 1284, 1284 with findings\n"), run.err());
        assertFalse(run.err().contains("\u001b"), run.err());
    }

    @Test
    @DisplayName("a process that is killed again and again gets through in the end, and asks nothing twice")
    void killedAndGoneOnWith() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            names.add("n" + i);
            registry.push("team/n" + i, "latest", image);
        }
        table(names.toArray(String[]::new));
        Path state = folder.resolve("state");
        String line = "table check --rate 200 --state " + state + " --resume " + folder + "/table.conf";
        for (int kill = 1; kill <= 3; kill++) {
            int before = registry.log().size();
            try (CommandProcess process = CommandProcess.start(host, line)) {
                registry.log().await(before + 10);
                process.signal("KILL");
                process.status();
            }
        }
        Files.writeString(state, "", StandardOpenOption.APPEND);
        CommandRun run = check("--state " + state + " --resume");
        assertEquals("60 names: 60 there\n", run.out());
        assertEquals(61, Files.readAllLines(state).size());
        int heads = registry.log().of(Route.Kind.MANIFEST).size();
        // of each killed run at most the four questions under way are asked again
        assertTrue(heads <= 60 + 3 * 4, () -> heads + " questions");
    }

    @Test
    void anInterruptedCheckSaysSo() throws Exception {
        registry.inject(RequestMatcher.any().repository("team/none"), Faults.silence());
        Path state = folder.resolve("state");
        String line = "table check --json --rate 1000 --state " + state + " " + folder + "/table.conf";
        try (CommandProcess process = CommandProcess.start(host, line)) {
            registry.log().await(1, each -> each.route().repository().equals("team/none"));
            assertTrue(process.line().startsWith("{\"name\":\"app\""));
            assertTrue(process.line().startsWith("{\"name\":\"lib\""));
            process.signal("INT");
            assertEquals(List.of("{\"error\":{\"kind\":\"interrupted\",\"message\":\"interrupted\"}}"), process.rest());
            assertEquals(130, process.status());
        }
        assertEquals(3, Files.readAllLines(state).size());
    }
}
