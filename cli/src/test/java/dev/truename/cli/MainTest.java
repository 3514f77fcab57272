package dev.truename.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.io.Descriptor;
import dev.truename.cli.spec.ExitCode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version --jsn                | unknown option --jsn; did you mean --json?
            version -json                | unknown option -j in -json; did you mean --json?
            version -x                   | unknown option -x
            version --json=yes           | option --json takes no value
            version x                    | unexpected argument "x"
            version --root               | option --root needs a value: --root=DIR
            version --root=              | the value of option --root is empty
            version --generation=curent  | option --generation takes current or legacy, not "curent"; did you mean current?
            --generation x version       | option --generation takes current or legacy, not "x"
            completion                   | missing SHELL
            completion fisj              | there is no completion for "fisj"; did you mean fish?
            help verson                  | there is no command "verson"; did you mean "version"?
            verison                      | unknown command "verison"; did you mean "version"?
            zzz                          | unknown command "zzz"
            --jsn x                      | option --jsn belongs behind the command
            --root /x                    | a command is missing
            """)
    void wrongUsageIsToldWithWhatWasMeant(String line, String error) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals("truename: " + error, run.err().lines().findFirst().orElse(""));
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "version",
        "--version",
        "-V",
        "--root /x version",
        "--root=/x version",
        "version --root /x",
        "version --",
    })
    void optionsOfEveryCommandStandAnywhere(String line) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertEquals(new CommandRun(ExitCode.DONE, "truename unreleased\n", ""), run);
    }

    @Test
    void withoutArgumentsTheOverviewIsAnError() {
        CommandRun run = CommandRun.of();
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains("truename COMMAND [OPTION]..."), run.err());
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "help"})
    void helpIsAnAnswer(String line) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertEquals(ExitCode.DONE, run.exit());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("truename - give container images their true names\n"), run.out());
    }

    @ParameterizedTest
    @CsvSource({"version --help", "version -h", "help version", "--help version", "completion --help"})
    void aCommandsHelpNeedsNoOperands(String line) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertEquals(ExitCode.DONE, run.exit());
        assertTrue(run.out().contains("\nUsage:\n  truename "), run.out());
    }

    @Test
    void helpIsSetToTheWidthOfTheTerminal() {
        CommandRun run = CommandRun.Setup.in(Map.of("COLUMNS", "60")).run("version", "--help");
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 60), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.length() > 50), run.out());
    }

    @Test
    void withJsonAnErrorIsAnObject() {
        CommandRun run = CommandRun.of("version", "--json", "--nope");
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals("""
                {"error":{"kind":"usage","message":"unknown option --nope","fix":"Try \\"truename version --help\\"."}}
                """, run.out());
        assertEquals("", run.err());
    }

    @Test
    void behindTwoDashesNothingIsAnOption() {
        CommandRun run = CommandRun.of("completion", "--", "--json");
        assertEquals(
                "truename: there is no completion for \"--json\"",
                run.err().lines().findFirst().orElse(""));
    }

    @Test
    void whatIsTypedReachesATerminalEscaped() {
        CommandRun run = CommandRun.of("\u001b[31mx\u0007");
        assertEquals(
                "truename: unknown command \"\\u{1b}[31mx\\u{7}\"",
                run.err().lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "xterm, '', '', '', true, true",
        "xterm, '', '', '', false, false",
        "dumb, '', '', '', true, false",
        "'', '', '', '', true, false",
        "xterm, 1, '', '', true, false",
        "xterm, '', 0, '', true, false",
        "xterm, 1, '', 1, true, false",
        "dumb, '', '', 1, false, true",
        "xterm, '', '', 0, false, false",
    })
    void colourIsForTerminalsThatWantIt(
            String term, String noColor, String color, String force, boolean terminal, boolean coloured) {
        Map<String, String> environment =
                Map.of("TERM", term, "NO_COLOR", noColor, "CLICOLOR", color, "CLICOLOR_FORCE", force);
        Set<Descriptor> terminals = terminal ? Set.of(Descriptor.ERROR) : Set.of();
        CommandRun run = new CommandRun.Setup("", environment, terminals).run("nope");
        assertEquals(coloured, run.err().contains("\u001b["), run.err());
        assertFalse(run.out().contains("\u001b["));
    }
}
