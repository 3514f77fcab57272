package dev.truename.pull.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.InjectedFault;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import dev.truename.testkit.log.RecordedRequest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that pulls is killed anywhere. What it left is whole, and the next pull goes on from there.
class KilledPullTest {
    private static final int KILLS = Integer.getInteger("truename.test.kills", 16);
    private static final int MOST_LINES = 90;

    @TempDir
    Path folder;

    private static TestImage image() {
        TestImage.Builder builder = TestImage.builder();
        for (int i = 0; i < 8; i++) {
            builder.layer(Layer.opaque(Layer.Compression.NONE, BlobFaultsTest.random(i, 10_000 << i)));
        }
        return builder.build();
    }

    private final TestImage image = image();
    private final TestIndex index = TestIndex.of(image);
    private final Random random = new Random(20_262);

    @Test
    void whateverItWasDoing() throws Exception {
        int cutShort = 0;
        int kept = 0;
        try (TestRegistry registry = TestRegistry.start()) {
            registry.push("app", "1", index);
            for (int kill = 0; kill < KILLS; kill++) {
                Path place = Files.createDirectory(folder.resolve("kill-" + kill));
                boolean done = kill % 2 == 0 ? killedInABlob(place, registry) : killedAfterLines(place, registry);
                Set<String> left = blobs(place);
                cutShort += done ? 0 : 1;
                kept += done ? 0 : left.size();
                assertNextGoesOn(place, registry, index, left);
            }
        }
        assertTrue(cutShort >= KILLS / 2, "only " + cutShort + " were killed before their end");
        assertTrue(kept > 0, "no killed pull had come as far as a whole blob");
    }

    /// Kills it when a layer has come in part and the rest is held back, whatever the others are at.
    private boolean killedInABlob(Path place, TestRegistry registry) throws Exception {
        Gate gate = new Gate();
        gate.release(random.nextInt(10));
        InjectedFault held = registry.inject(
                RequestMatcher.blobs()
                        .and(request -> !request.route()
                                .reference()
                                .equals(image.config().digest()))
                        .nth(1 + random.nextInt(8)),
                Faults.trickle(gate, 1000));
        Process process = start(place, registry.host());
        while (!gate.isWaitedFor() && process.isAlive()) {
            Thread.onSpinWait();
        }
        process.toHandle().destroyForcibly();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(137, process.waitFor(), said);
        held.remove();
        gate.open();
        return false;
    }

    /// Kills it when it has said so many lines; whether it had come to its end before.
    private boolean killedAfterLines(Path place, TestRegistry registry) throws Exception {
        int lines = random.nextInt(MOST_LINES);
        Process process = start(place, registry.host());
        String last = "";
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int count = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (count++ == lines) {
                    process.toHandle().destroyForcibly(); // unlike the process itself, it leaves the pipe open
                }
                last = line;
            }
        }
        int exit = process.waitFor();
        assertTrue(exit == 137 || last.equals("Pulled"), last);
        return last.equals("Pulled");
    }

    private static Process start(Path place, String host) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        PullingProcess.class.getName(),
                        place.toString(),
                        host,
                        host + "/app:1")
                .redirectErrorStream(true)
                .start();
    }

    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        return Stream.of(System.getProperty("java.class.path"), modules)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<String> blobs(Path place) throws IOException {
        Path folder = place.resolve("store/blobs/sha256");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "sha256:" + file.getFileName()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void assertNextGoesOn(Path place, TestRegistry registry, TestIndex index, Set<String> left)
            throws Exception {
        try (PullFixture next = new PullFixture(place).registry(registry.host())) {
            assertEquals(List.of(), next.store.verify());
            long before = registry.log().size();
            PullOutcome.Pulled pulled = next.pulled(registry.host() + "/app:1");
            assertEquals(index.digest(), pulled.root().digest().toString());
            List<String> again = PullFixture.blobRequests(registry).stream()
                    .filter(request -> request.sequence() > before)
                    .map(RecordedRequest::route)
                    .map(route -> route.reference())
                    .filter(left::contains)
                    .toList();
            assertEquals(List.of(), again, "what was whole was fetched again");
            next.assertNothingBegun();
        }
    }
}
