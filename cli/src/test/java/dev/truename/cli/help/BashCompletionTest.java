package dev.truename.cli.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truename.cli.CommandsForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script as bash itself runs it, with a stand-in for the command that tells what is stored.
class BashCompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    /// Takes the line apart as readline does: at white space, and `:` and `=` are words of their own.
    private static final String DRIVER = """
            source "$1"
            COMP_LINE=$2
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=()
            rest=$COMP_LINE
            word=
            while [[ -n $rest ]]; do
                c=${rest:0:1}
                rest=${rest:1}
                case $c in
                    ' ') [[ -n $word ]] && COMP_WORDS+=("$word"); word= ;;
                    : | =) [[ -n $word ]] && COMP_WORDS+=("$word"); COMP_WORDS+=("$c"); word= ;;
                    *) word+=$c ;;
                esac
            done
            if [[ -n $word || $COMP_LINE == *' ' ]]; then COMP_WORDS+=("$word"); fi
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _truename
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void install() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "bash is not installed");
        Files.writeString(folder.resolve("completion"), BashCompletion.of(CommandsForTests.all()));
        Files.writeString(folder.resolve("driver"), DRIVER);
        Files.createDirectories(folder.resolve("some-folder"));
        Files.writeString(folder.resolve("some-file"), "");
        Path command = folder.resolve("truename");
        Files.writeString(command, """
                #!/bin/sh
                case "$*" in
                "images --quiet") printf 'quay.io/a/b:1\\nquay.io/a/b:2\\ndocker.io/library/x:latest\\n' ;;
                "alias list --quiet") printf 'mine\\n' ;;
                esac
                """);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'truename vers'                   | version
            'truename --root /x vers'         | version
            'truename --root=/x vers'         | version
            'truename version --js'           | --json
            'truename version -- --js'        | ''
            'truename version --gen'          | --generation=
            'truename version --generation '  | current,legacy
            'truename version --generation l' | legacy
            'truename version --generation='  | current,legacy
            'truename version --generation=l' | legacy
            'truename version --root some-'   | some-folder
            'truename version --root=some-'   | some-folder
            'truename version --alias-file so'| some-file,some-folder
            'truename completion '            | bash,fish,zsh
            'truename --vers'                 | --version
            """)
    void completes(String line, String candidates) throws IOException, InterruptedException {
        assertEquals(candidates, complete(line));
    }

    private static String complete(String line) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder(
                BASH.toString(),
                "--norc",
                folder.resolve("driver").toString(),
                folder.resolve("completion").toString(),
                line);
        bash.directory(folder.toFile()).redirectErrorStream(true);
        bash.environment().putAll(Map.of("PATH", folder + ":/usr/bin:/bin", "LC_ALL", "C"));
        Process process = bash.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<String> lines = Arrays.stream(out.split("\n")).sorted().toList();
        return String.join(",", lines);
    }

    @Test
    void otherShellsKnowEveryCommand() {
        for (String name : CommandsForTests.all().names()) {
            String function = "_truename_" + name.replace(' ', '_') + "()";
            assertTrue(ZshCompletion.of(CommandsForTests.all()).contains(function), function);
            String last = " -a " + name.substring(name.indexOf(' ') + 1) + " ";
            assertTrue(FishCompletion.of(CommandsForTests.all()).contains(last), last);
        }
    }

    @Test
    void fishOffersNoFilesWhereWordsAreWanted() {
        String script = FishCompletion.of(CommandsForTests.all());
        assertTrue(script.contains(" -l search-fallback -x -a 'not-found any'"), script);
        assertTrue(script.contains(" -l registries-conf -r -F "), script);
    }
}
