package dev.truename.cli.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Output;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatePromptTest {
    private static final ShortName NAME = (ShortName) ImageReference.parse("x");
    private static final List<Candidate> TWELVE = IntStream.rangeClosed(1, 12)
            .mapToObj(i -> new Candidate(
                    Qualified.parse("r" + i + ".example/x:latest"), new Origin(Path.of("registries.conf"), i)))
            .toList();

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    /// `^` stands for up, `v` for down, `u` and `d` for the other way of writing them, `.` for Enter.
    @ParameterizedTest
    @CsvSource({
        "., 1",
        "v., 2",
        "vv^., 2",
        "^., 12",
        "u., 12",
        "d., 2",
        "v^^v., 1",
        "3., 3",
        "12., 12",
        "13., 3",
        "0., 1",
        "1x2., 2",
        "1v., 2",
        "jjk., 2",
        "9v., 10",
        "^v., 1",
        "x., 1",
    })
    void keysChoose(String keys, int chosen) {
        assertEquals(TWELVE.get(chosen - 1), ask(keys));
    }

    @ParameterizedTest
    @CsvSource({"q", "vq", "''", "3"})
    void nothingIsChosenByLeaving(String keys) {
        assertThrows(ChoiceCancelledException.class, () -> ask(keys));
    }

    @Test
    void everyCandidateIsShownWithItsOrigin() {
        ask(".");
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\"x\" has no alias. Which one is meant?\n"), text);
        assertTrue(text.contains("> 1. r1.example/x:latest  (registries.conf:1)\n  2. r2.example/x:latest"), text);
    }

    private Candidate ask(String keys) {
        String typed = keys.replace("^", "\u001b[A")
                .replace("v", "\u001b[B")
                .replace("u", "\u001bOA")
                .replace("d", "\u001bOB")
                .replace(".", "\n");
        return new CandidatePrompt(console(typed, Map.of("NO_COLOR", "1"))).ask(NAME, TWELVE);
    }

    private Console console(String typed, Map<String, String> environment) {
        return new Console(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new Output(new ByteArrayOutputStream()),
                new Output(shown),
                descriptor -> true,
                environment);
    }

    @Test
    void linesFitTheTerminal() {
        new CandidatePrompt(console("\n", Map.of("COLUMNS", "40", "TERM", "xterm", "NO_COLOR", "1"))).ask(NAME, TWELVE);
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("\n> 1. r1.example/x:latest  (registrie...\n"), text);
    }

    @ParameterizedTest
    @CsvSource({"'2^', 2", "' 12 ^', 12", "'13^0^x^3^', 3", "'2', 2"})
    void aDumbTerminalIsAskedForANumber(String typed, int chosen) {
        Console console = console(typed.replace('^', '\n'), Map.of("TERM", "dumb"));
        assertEquals(Optional.of(TWELVE.get(chosen - 1)), new CandidatePrompt(console).choose(NAME, TWELVE));
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("\n  12. r12.example/x:latest  (registries.conf:12)\nA number, then Enter"), text);
        assertFalse(text.contains("\u001b"), text);
    }

    @ParameterizedTest
    @CsvSource({"'^'", "''", "'q^'", "'13^'"})
    void aDumbTerminalLetsOneLeave(String typed) {
        Console console = console(typed.replace('^', '\n'), Map.of("TERM", "dumb"));
        assertThrows(ChoiceCancelledException.class, () -> new CandidatePrompt(console).choose(NAME, TWELVE));
    }
}
