package dev.truename.pull.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Processes that share one store, or are killed while they work on it.
class StoreProcessTest {
    private static final int KILLS = Integer.getInteger("truename.test.kills", 30);
    private static final int MAX_DELAY_NANOS = 20_000_000;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void setRoot() {
        root = folder.resolve("store");
    }

    private ImageStore open() throws PullException {
        return ImageStore.open(root, StoreSettings.DURABLE);
    }

    private Set<String> names() throws PullException {
        return open().images().stream().map(StoredImage::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Process start(boolean fsync, String... arguments) throws IOException, URISyntaxException {
        String classes = Stream.of(ImageStore.class, StoreChurn.class, Digest.class, JsonReader.class)
                .map(StoreProcessTest::location)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                StoreChurn.class.getName(),
                root.toString(),
                Boolean.toString(fsync)));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// After every kill: the index is read, each name whose naming had returned is there, each image is whole to the
    /// last bit, nothing half-written has a blob's name, and the next process works with what it finds.
    @Test
    void wheneverAProcessIsKilledWhatIsStoredIsWhole() throws Exception {
        Random random = new Random(20_261);
        Set<String> present = new HashSet<>();
        int named = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(kill % 2 == 0, "churn", Integer.toString(kill));
            Followed followed = follow(process, random, present);
            named += followed.named();
            Set<String> found = names();
            Set<String> expected = new TreeSet<>(present);
            if (followed.undecided() != null) {
                found.remove(followed.undecided());
                expected.remove(followed.undecided());
            }
            assertEquals(expected, found, "kill " + kill);
            assertEquals(List.of(), open().verify(), "kill " + kill);
            present.clear();
            present.addAll(names());
        }
        assertTrue(named > KILLS, "too little was named to mean anything: " + named);
        open().begin().close();
        assertEquals(0, open().prune(true).leftovers());
        assertEquals(
                Set.of("oci-layout", "index.json", "blobs", ".truename"),
                Set.of(root.toFile().list()));
    }

    private record Followed(@Nullable String undecided, int named) {}

    /// Kills the process some time after it has said so many lines, in the middle of whatever it does by then, and
    /// reads what it said.
    private static Followed follow(Process process, Random random, Set<String> present) throws Exception {
        int lines = random.nextInt(40);
        @Nullable String undecided = null;
        int count = 0;
        int named = 0;
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (count++ == lines) {
                    LockSupport.parkNanos(random.nextInt(MAX_DELAY_NANOS));
                    process.toHandle().destroyForcibly(); // unlike the process itself, it leaves the pipe open
                }
                String[] said = line.split(" ");
                undecided = said[0].endsWith("ing") && said.length == 2 ? said[1] : null;
                switch (said[0]) {
                    case "named" -> {
                        present.add(said[1]);
                        named++;
                    }
                    case "removed" -> present.remove(said[1]);
                    case "naming", "removing", "pruning", "pruned" -> {}
                    default -> throw new AssertionError(line);
                }
            }
        }
        assertEquals(137, process.waitFor());
        return new Followed(undecided, named);
    }

    @ParameterizedTest(name = "fsync {0}")
    @ValueSource(booleans = {true, false})
    void processesThatBringTheSameImagesLoseNothing(boolean fsync) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(fsync, "add", "p" + i + "-", "20"));
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), said);
        }
        assertEquals(60, names().size());
        assertEquals(List.of(), open().verify());
        assertEquals(0, open().prune(false).blobs());
    }

    @Test
    void aPruneWaitsForTheSessionsOfOtherProcesses() throws Exception {
        Process other = start(false, "add", "p-", "60");
        try (BufferedReader out = other.inputReader(UTF_8)) {
            int pruned = 0;
            while (other.isAlive() || pruned == 0) {
                open().prune(false, Duration.ofMinutes(2)); // on any machine longer than the others need
                pruned++;
            }
            assertEquals("", out.lines().collect(Collectors.joining("\n")));
        }
        assertEquals(0, other.waitFor());
        assertEquals(60, names().size());
        assertEquals(List.of(), open().verify());
        assertTrue(Files.exists(root.resolve("index.json")));
    }
}
