package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatchTest {
    @Test
    void nothingChanged() {
        assertEquals("", LinePatch.of("f", "a\nb\n", "a\nb\n"));
    }

    @Test
    void aChangeHasThreeLinesAroundIt() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertEquals("""
                --- f
                +++ f
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """, LinePatch.of("f", before, before.replace("5", "five")));
    }

    @Test
    void aLastLineMayHaveNoEnd() {
        assertEquals("""
                --- f
                +++ f
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +c
                \\ No newline at end of file
                """, LinePatch.of("f", "a\nb", "a\nc"));
    }

    @Test
    void linesThatComeOrGoAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinePatch.of("f", "a\n", "a\nb\n"));
    }

    /// Which of twelve lines change, by their letters: patch(1) makes of the old text the new one.
    @ParameterizedTest
    @CsvSource({"a", "l", "al", "ab", "adgj", "abcl", "agh", "fm", "abcdefghijkl"})
    void patchTakesIt(String changed, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/patch")), "patch(1) is not installed");
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (char c = 'a'; c <= 'l'; c++) {
            before.append(c).append(" line\r\n");
            after.append(c).append(changed.indexOf(c) >= 0 ? " changed\r\n" : " line\r\n");
        }
        Path file = Files.writeString(folder.resolve("f"), before);
        Path patch = Files.writeString(
                folder.resolve("p"), LinePatch.of(file.toString(), before.toString(), after.toString()));
        Process process = new ProcessBuilder(List.of("patch", "--binary", "-s", file.toString(), patch.toString()))
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        assertEquals(after.toString(), Files.readString(file));
    }

    /// Whoever names a file does not say what is patched: its name is one name, whatever is in it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n+++ other\n@@ -0,0 +1 @@\n+made\n.yaml",
                "a b.yaml",
                " a\tb ",
                "\"quoted\".yaml",
                "a\\b.yaml",
                "\u001b[2J.yaml"
            })
    void patchFindsTheFileWhateverItsName(String name, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/patch")), "patch(1) is not installed");
        Path file = Files.writeString(folder.resolve(name), "redis\n");
        Path patch = Files.writeString(folder.resolve("p"), LinePatch.of(name, "redis\n", "docker.io/library/redis\n"));
        Process process = new ProcessBuilder("patch", "-p0", "-s", "-i", patch.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        assertEquals("docker.io/library/redis\n", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(file, patch), files.collect(Collectors.toSet()));
        }
    }
}
