package dev.truename.pull.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A lock file, shared or exclusive, between processes and between the threads of this one.
///
/// The system's file locks belong to the process: two channels on one file in one JVM collide, and closing one of them
/// gives the other's lock away. So there is one of these a file and JVM, which is why the table of them is static.
///
/// Whoever has to wait asks again and again: a blocking call to the system could neither be interrupted without closing
/// the channel nor end after a time.
final class FileLocks {
    private static final Map<Path, FileLocks> BY_FILE = new ConcurrentHashMap<>();
    private static final int FIRST_PAUSE_MILLIS = 1;
    private static final int LAST_PAUSE_MILLIS = 16;

    private final Path file;
    private int sharers;
    private boolean exclusive;
    private @Nullable FileChannel channel;

    private FileLocks(Path file) {
        this.file = file;
    }

    /// A lock that is held until it is closed.
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// @param file in a folder that exists; created if it is missing, and never deleted
    static FileLocks of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path real = folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        return BY_FILE.computeIfAbsent(real, FileLocks::new);
    }

    /// Waits until nobody holds it exclusively.
    Held shared() throws IOException, InterruptedException {
        return waited(true, Long.MAX_VALUE).orElseThrow();
    }

    /// Waits until nobody else holds it at all.
    Held exclusive() throws IOException, InterruptedException {
        return waited(false, Long.MAX_VALUE).orElseThrow();
    }

    /// Waits for some time until nobody else holds it at all.
    Optional<Held> exclusive(Duration patience) throws IOException, InterruptedException {
        return waited(false, patience.toNanos());
    }

    private Optional<Held> waited(boolean shared, long nanos) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!(shared ? tryShared() : tryExclusive())) {
            if (System.nanoTime() - start >= nanos) {
                return Optional.empty();
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LAST_PAUSE_MILLIS);
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.getAndSet(false)) {
                release(shared);
            }
        });
    }

    private synchronized boolean tryShared() throws IOException {
        if (exclusive || (sharers == 0 && !locked(true))) {
            return false;
        }
        sharers++;
        return true;
    }

    private synchronized boolean tryExclusive() throws IOException {
        if (exclusive || sharers > 0 || !locked(false)) {
            return false;
        }
        exclusive = true;
        return true;
    }

    private synchronized void release(boolean shared) throws IOException {
        if (shared) {
            sharers--;
        } else {
            exclusive = false;
        }
        FileChannel held = channel;
        if (sharers == 0 && held != null) {
            channel = null;
            held.close();
        }
    }

    /// Asks the system. Nobody of this process holds the lock then, so closing the channel takes it from nobody.
    private boolean locked(boolean shared) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = opened.tryLock(0, Long.MAX_VALUE, shared) != null;
        } finally {
            if (!locked) {
                opened.close();
            }
        }
        channel = locked ? opened : null;
        return locked;
    }
}
