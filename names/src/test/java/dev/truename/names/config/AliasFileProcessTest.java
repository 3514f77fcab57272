package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that change one alias file at once, or are killed while they do.
class AliasFileProcessTest {
    private static final int KILLS = Integer.getInteger("truename.test.kills", 30);

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("aliases.conf");
    }

    private Set<String> names() throws ConfigurationException {
        Set<String> names = new TreeSet<>();
        new AliasFile(path()).read().forEach(alias -> names.add(alias.key()));
        return names;
    }

    private Process start(String... arguments) throws IOException, URISyntaxException {
        String classes = location(AliasFile.class) + File.pathSeparator + location(AliasWriter.class);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                AliasWriter.class.getName(),
                path().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    @DisplayName("whenever the writer is killed, the file is whole and has every alias whose adding had returned")
    void killed() throws Exception {
        Random random = new Random(20_260);
        Set<String> present = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start("churn", "k" + kill + "-");
            @Nullable String undecided = follow(process, random.nextInt(60), present);
            Set<String> found = names();
            if (undecided != null) {
                present.remove(undecided);
                found.remove(undecided);
            }
            assertEquals(new TreeSet<>(present), found, "kill " + kill);
            present.clear();
            present.addAll(names());
        }
        assertTrue(present.size() > KILLS, "too little was written to mean anything: " + present.size());
    }

    /// Kills the process once it has said so many lines, at whatever point it is by then, and reads what it said.
    ///
    /// @return the name whose change had not returned, if there is one
    private static @Nullable String follow(Process process, int lines, Set<String> present) throws Exception {
        @Nullable String undecided = null;
        int count = 0;
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (count++ == lines) {
                    process.toHandle().destroyForcibly(); // unlike the process itself, it leaves the pipe open
                }
                if (line.endsWith(" .")) {
                    undecided = note(line.split(" "), present);
                }
            }
        }
        assertEquals(137, process.waitFor());
        return undecided;
    }

    private static @Nullable String note(String[] said, Set<String> present) {
        String name = said[1];
        return switch (said[0]) {
            case "adding", "removing" -> name;
            case "added" -> {
                present.add(name);
                yield null;
            }
            case "removed" -> {
                present.remove(name);
                yield null;
            }
            default -> throw new AssertionError(said[0]);
        };
    }

    @Test
    @DisplayName("processes that add at the same time lose nothing")
    void concurrent() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start("add", "p" + i + "-", "25"));
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), said);
        }
        assertEquals(75, names().size());
    }
}
