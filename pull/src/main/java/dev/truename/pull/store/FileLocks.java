package dev.truename.pull.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A lock file, shared or exclusive, between processes and between the threads of this one.
///
/// The system's file locks belong to the process: two channels on one file in one JVM collide, and closing one of them
/// gives the other's lock away. So there is one of these a file and JVM, which is why the table of them is static.
final class FileLocks {
    private static final Map<Path, FileLocks> BY_FILE = new ConcurrentHashMap<>();

    private final Path file;
    private int sharers;
    private boolean exclusive;
    private @Nullable FileChannel channel;

    private FileLocks(Path file) {
        this.file = file;
    }

    /// A lock that is held until it is closed, once.
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
    synchronized Held shared() throws IOException, InterruptedException {
        while (exclusive) {
            wait();
        }
        if (sharers == 0) {
            lock(true);
        }
        sharers++;
        return this::releaseShared;
    }

    /// Waits until nobody else holds it at all.
    synchronized Held exclusive() throws IOException, InterruptedException {
        while (exclusive || sharers > 0) {
            wait();
        }
        lock(false);
        exclusive = true;
        return this::releaseExclusive;
    }

    private void lock(boolean shared) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = opened.lock(0, Long.MAX_VALUE, shared);
            channel = lock.acquiredBy() instanceof FileChannel held ? held : opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private synchronized void releaseShared() throws IOException {
        if (--sharers == 0) {
            unlock();
        }
    }

    private synchronized void releaseExclusive() throws IOException {
        exclusive = false;
        unlock();
    }

    private void unlock() throws IOException {
        notifyAll();
        FileChannel held = channel;
        channel = null;
        if (held != null) {
            held.close();
        }
    }
}
