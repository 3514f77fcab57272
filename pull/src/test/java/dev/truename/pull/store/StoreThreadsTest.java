package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Threads of one process, each with a store object of its own on the same folder.
class StoreThreadsTest {
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private ImageStore open() throws Exception {
        return ImageStore.open(folder.resolve("store"), new StoreSettings(false));
    }

    private static TestImage image(int number) {
        return TestImage.builder()
                .layer(Layer.file("shared", "shared"))
                .layer(Layer.file("own", "own " + number))
                .build();
    }

    private static void together(int threads, Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
    }

    @Test
    void namesGivenAtTheSameTimeAreAllThere() throws Exception {
        AtomicInteger next = new AtomicInteger();
        together(THREADS, () -> {
            for (int i = 0; i < 10; i++) {
                int number = next.incrementAndGet();
                Stored.named(open(), "a.example/x:" + number, image(number % 5));
            }
            return null;
        });
        assertEquals(THREADS * 10, open().images().size());
        assertEquals(List.of(), open().verify());
    }

    @Test
    void readersSeeWholeIndexesWhileOthersChangeThem() throws Exception {
        Stored.named(open(), "a.example/stays:1", image(0));
        together(THREADS, () -> {
            for (int i = 0; i < 20; i++) {
                String name = "a.example/" + Thread.currentThread().threadId() + ":" + i;
                Stored.named(open(), name, image(i));
                assertTrue(open().find("a.example/stays:1").isPresent());
                assertTrue(open().remove(name));
            }
            return null;
        });
        assertEquals(1, open().images().size());
    }

    @Test
    void prunesAndSessionsOfOneProcessKeepOutOfEachOthersWay() throws Exception {
        AtomicInteger next = new AtomicInteger();
        together(THREADS, () -> {
            int number = next.incrementAndGet();
            for (int i = 0; i < 10; i++) {
                if (number % 4 == 0) {
                    open().prune(false, Duration.ofMinutes(5));
                } else {
                    Stored.named(open(), "a.example/" + number + ":" + i, image(number));
                }
            }
            return null;
        });
        assertEquals(60, open().images().size());
        assertEquals(List.of(), open().verify());
    }

    @Test
    void anExclusiveLockWaitsForTheSharedOnesAndClosingTwiceReleasesOnce() throws Exception {
        FileLocks lock = FileLocks.of(folder.resolve("lock"));
        FileLocks.Held one = lock.shared();
        FileLocks.Held two = FileLocks.of(folder.resolve(".").resolve("lock")).shared();
        one.close();
        one.close();
        assertTrue(lock.exclusive(Duration.ZERO).isEmpty());
        two.close();
        try (FileLocks.Held _ = lock.exclusive(Duration.ZERO).orElseThrow()) {
            assertTrue(lock.exclusive(Duration.ZERO).isEmpty());
        }
        lock.exclusive().close();
    }
}
