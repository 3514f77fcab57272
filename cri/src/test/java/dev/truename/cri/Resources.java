package dev.truename.cri;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What this process holds, once all that nobody needs is gone.
///
/// @param heap bytes that are reachable
/// @param threads of the platform
/// @param files open ones: sockets, too
public record Resources(long heap, int threads, long files) {
    private static final int SWEEPS = 3;

    /// Caches and pools may still fill a little.
    private static final long HEAP_SLACK = 4 << 20;

    private static final int SLACK = 3;

    public static Resources now() throws IOException {
        for (int i = 0; i < SWEEPS; i++) {
            System.gc();
        }
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Resources(
                    heap.getUsed(), ManagementFactory.getThreadMXBean().getThreadCount(), files.count());
        }
    }

    /// One pull that left a buffer, a thread or a file behind would show: there are hundreds between the two.
    public void requireNoMoreThan(Resources before) {
        assertTrue(threads <= before.threads + SLACK, () -> "threads: " + before + " -> " + this);
        assertTrue(files <= before.files + SLACK, () -> "open files: " + before + " -> " + this);
        assertTrue(heap <= before.heap + HEAP_SLACK, () -> "heap: " + before + " -> " + this);
    }
}
