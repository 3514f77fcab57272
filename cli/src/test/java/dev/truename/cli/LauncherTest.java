package dev.truename.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The script that starts Java, with a script in Java's place that notes what it was given.
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/dist/bin/truename").toAbsolutePath();
    private static final String NOTE_STREAMS = """
            #!/bin/sh
            stream() { readlink "/proc/$$/fd/$1" || echo closed; }
            streams="$(stream 0) $(stream 1) $(stream 2)"
            echo "$streams" >"$NOTED"
            """;
    private static final String NOTE_CLASS_PATH = """
            #!/bin/sh
            while [ "$1" != -cp ]; do shift; done
            echo "$2" >"$NOTED"
            """;
    private static final String NOTE_LOCALE = """
            #!/bin/sh
            echo "$LC_ALL" >"$NOTED"
            """;

    private static final String NOTE_NATIVE = """
            #!/bin/sh
            native=no
            for argument; do
              case $argument in
                -XX:AOTCache=*) cache=$(basename "${argument#*=}" .aot) ;;
                --enable-native-access=*) native=yes ;;
              esac
            done
            echo "$cache $native" >"$NOTED"
            """;
    private static final String NOTE_CACHE = """
            #!/bin/sh
            for argument; do
              case $argument in
                -XX:AOTCache=*) cache=$(basename "${argument#*=}" .aot) ;;
                -XX:TieredStopAtLevel=*) jit=$argument ;;
                @*) jit=@$(basename "$argument") ;;
              esac
            done
            echo "$cache $jit" >"$NOTED"
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
        Files.createFile(folder.resolve("one"));
        return noted(NOTE_STREAMS, "resolve " + redirections)
                .replace(folder.toRealPath() + "/", "")
                .replace("/dev/", "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "resolve ubi9, lib/truename-cli.jar",
        "audit -, lib/truename-cli.jar",
        "pull ubi9, lib/truename-cli.jar:lib/signature/*",
        "inspect ubi9, lib/truename-cli.jar",
        "serve --socket s, lib/truename-cli.jar:lib/signature/*:lib/node/*",
        "status --json, lib/truename-cli.jar:lib/node/*",
        "audit --cluster, lib/truename-cli.jar:lib/cluster/*",
        "audit --kubeconfig x --cluster deploy, lib/truename-cli.jar:lib/cluster/*",
    })
    @DisplayName("libraries that one command needs are looked at by no other")
    void addsLibrariesWhereTheyAreNeeded(String line, String expected) throws IOException, InterruptedException {
        String home = LAUNCHER.getParent() + "/../";
        assertEquals(expected, noted(NOTE_CLASS_PATH, line).replace(home, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "resolve ubi9, answer -XX:TieredStopAtLevel=1",
        "--registries-conf f config check, check -XX:TieredStopAtLevel=1",
        "lint, check -XX:TieredStopAtLevel=1",
        "audit -, check -XX:TieredStopAtLevel=1",
        "table show ubi9, check -XX:TieredStopAtLevel=1",
        "--root r pull ubi9, pull @pull.options",
        "demo, pull @pull.options",
        "inspect ubi9, pull -XX:TieredStopAtLevel=1",
        "serve, pull @serve.options",
    })
    @DisplayName("each command has the cache that was trained for it, and the compilers that it can wait for")
    void choosesTheCache(String line, String expected) throws IOException, InterruptedException {
        assertEquals(expected, noted(NOTE_CACHE, line));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "resolve ubi9, answer no",
        "lint, check no",
        "pull ubi9, pull yes",
        "demo, pull yes",
        "inspect ubi9, pull yes",
        "serve, pull yes",
        "status, answer no",
    })
    @DisplayName("all that share a cache may call the C library, or none of them, since Java passes it over else")
    void allowsNativeCodeByCache(String line, String expected) throws IOException, InterruptedException {
        assertEquals(expected, noted(NOTE_NATIVE, line));
    }

    /// Java would go on running the classes of an old cache beside new jars.
    @ParameterizedTest
    @ValueSource(strings = {"resolve", "lint", "pull", "inspect", "serve"})
    @DisplayName("an update takes every cache away that was trained before")
    void anUpdateTakesCachesAway(String command) throws IOException, InterruptedException {
        String cache = noted(NOTE_CACHE, command).split(" ", 2)[0] + ".aot";
        assertEquals(0, Files.size(LAUNCHER.resolveSibling("../lib").resolve(cache)));
    }

    /// As after unpacking, before anything was trained. Java itself is started; there is nothing for it to run.
    @Test
    @DisplayName("a cache that is missing or is none costs time, and no word")
    void saysNothingOfCaches() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        Files.copy(LAUNCHER, bin.resolve("truename"));
        bin.resolve("truename").toFile().setExecutable(true);
        String missing = errors(bin.resolve("truename"));
        assertTrue(missing.contains("dev.truename.cli.Main"), missing);
        assertFalse(missing.contains("aot"), missing);
        Files.createFile(Files.createDirectories(folder.resolve("home/lib")).resolve("answer.aot"));
        assertEquals(missing, errors(bin.resolve("truename")));
    }

    private String errors(Path launcher) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder process = new ProcessBuilder(launcher.toString(), "resolve", "x");
        process.environment().put("TRUENAME_JAVA_HOME", System.getProperty("java.home"));
        process.redirectError(errors.toFile());
        assertEquals(1, process.start().waitFor());
        return Files.readString(errors);
    }

    /// Without it, Java could not open a file whose name has other characters than ASCII.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LC_ALL= LC_CTYPE= LANG=, C.UTF-8",
        "LC_ALL= LC_CTYPE= LANG=C, C.UTF-8",
        "LC_ALL= LC_CTYPE=POSIX LANG=de_DE.UTF-8, C.UTF-8",
        "LC_ALL=C LC_CTYPE=de_DE.UTF-8 LANG=de_DE.UTF-8, C.UTF-8",
        "LC_ALL=de_DE.UTF-8 LC_CTYPE= LANG=C, de_DE.UTF-8",
        "LC_ALL=de_DE LC_CTYPE= LANG=, de_DE",
    })
    @DisplayName("file names may have any character, unless the user's locale says which")
    void namesMayHaveAnyCharacter(String locale, String expected) throws IOException, InterruptedException {
        assertEquals(expected, noted(NOTE_LOCALE, "resolve", locale));
    }

    /// What the script in Java's place notes.
    private String noted(String script, String line) throws IOException, InterruptedException {
        return noted(script, line, "");
    }

    private String noted(String script, String line, String variables) throws IOException, InterruptedException {
        Path noted = folder.resolve("noted");
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", variables + " \"$0\" " + line, LAUNCHER.toString());
        shell.directory(folder.toFile());
        shell.environment().put("TRUENAME_JAVA_HOME", java(script).toString());
        shell.environment().put("NOTED", noted.toString());
        assertEquals(0, shell.start().waitFor());
        return Files.readString(noted).strip();
    }

    private Path java(String script) throws IOException {
        Path home = folder.resolve("java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(java, script);
        java.toFile().setExecutable(true);
        return home;
    }
}
