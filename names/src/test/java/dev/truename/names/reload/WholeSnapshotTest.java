package dev.truename.names.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three files that are changed together, in a loop, under readers in a loop: what is read is all old or all new.
class WholeSnapshotTest {
    private static final String FOLDER = "etc/containers/registries.conf.d/";
    private static final int FILES = 3;
    private static final int CHANGES = 60;

    @TempDir
    Path root;

    @Test
    @DisplayName("readers see old or new, never a mix, and one identifier always means one thing")
    void whole() throws Exception {
        try (ReloadHost host = new ReloadHost(root);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            write(host, 0);
            for (int file = 0; file < FILES; file++) {
                Files.createSymbolicLink(host.path(FOLDER + file + ".conf"), Path.of("..data/" + file + ".conf"));
            }
            Reloader reloader = host.start();
            AtomicBoolean done = new AtomicBoolean();
            Map<SnapshotId, String> meanings = new ConcurrentHashMap<>();
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reader(reloader, done, meanings)));
            }
            for (int change = 1; change <= CHANGES; change++) {
                write(host, change);
                if (change % 3 == 0) {
                    reloader.reload();
                }
            }
            while (!meaning(reloader.get()).equals(Integer.toString(CHANGES))) {
                host.event();
            }
            done.set(true);
            for (Future<Long> reader : readers) {
                assertTrue(reader.get() > 0);
            }
            assertTrue(reloader.status().rejection().isEmpty());
        }
    }

    private static Callable<Long> reader(Reloader reloader, AtomicBoolean done, Map<SnapshotId, String> meanings) {
        return () -> {
            long reads = 0;
            long last = 0;
            while (!done.get()) {
                Snapshot snapshot = reloader.get();
                String meaning = meaning(snapshot);
                String known = meanings.merge(snapshot.id(), meaning, (old, now) -> old);
                assertEquals(known, meaning);
                assertTrue(snapshot.sequence() >= last);
                last = snapshot.sequence();
                reads++;
                Thread.onSpinWait();
            }
            return reads;
        };
    }

    /// The change that all three aliases tell; fails if they tell different ones.
    private static String meaning(Snapshot snapshot) {
        List<String> found = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            found.add(snapshot.configuration()
                    .alias("app" + file)
                    .orElseThrow()
                    .target()
                    .orElseThrow()
                    .toString());
        }
        assertEquals(1, found.stream().distinct().count(), found::toString);
        return found.getFirst().substring("registry.example/v".length());
    }

    private static void write(ReloadHost host, int change) throws IOException {
        String version = FOLDER + "..v" + change;
        for (int file = 0; file < FILES; file++) {
            host.file(
                    version + "/" + file + ".conf",
                    "[aliases]\n\"app" + file + "\" = \"registry.example/v" + change + "\"\n");
        }
        Path fresh = host.path(FOLDER + "..data_tmp");
        Files.createSymbolicLink(fresh, Path.of("..v" + change));
        Files.move(
                fresh,
                host.path(FOLDER + "..data"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
