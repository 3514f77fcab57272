package dev.truename.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script that starts Java, with a script in Java's place that notes what its standard streams are.
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/dist/bin/truename").toAbsolutePath();
    private static final String JAVA = """
            #!/bin/sh
            stream() { readlink "/proc/$$/fd/$1" || echo closed; }
            streams="$(stream 0) $(stream 1) $(stream 2)"
            echo "$streams" >"$NOTED"
            """;

    @TempDir
    Path folder;

    /// Java would take the place of a closed stream with a file of its own, and read names from its own libraries.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "<one >one 2>one, one one one",
        "<&- >one 2>one, null one one",
        "<one >&- 2>one, one null one",
        "<one >one 2>&-, one one null",
        "<&- >&- 2>&-, null null null",
    })
    @DisplayName("no standard stream is left closed, and those that are open stay what they are")
    void opensClosedStreams(String redirections, String expected) throws IOException, InterruptedException {
        assertEquals(expected, streams(redirections));
    }

    private String streams(String redirections) throws IOException, InterruptedException {
        Path noted = folder.resolve("noted");
        Files.createFile(folder.resolve("one"));
        ProcessBuilder shell =
                new ProcessBuilder("/bin/sh", "-c", "\"$0\" resolve " + redirections, LAUNCHER.toString());
        shell.directory(folder.toFile());
        shell.environment().put("TRUENAME_JAVA_HOME", java().toString());
        shell.environment().put("NOTED", noted.toString());
        assertEquals(0, shell.start().waitFor());
        return Files.readString(noted)
                .strip()
                .replace(folder.toRealPath() + "/", "")
                .replace("/dev/", "");
    }

    private Path java() throws IOException {
        Path home = folder.resolve("java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(java, JAVA);
        java.toFile().setExecutable(true);
        return home;
    }
}
