package dev.truename.names.config;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Whoever holds it may change the alias file. Other processes, the reference implementation's too, lock the same
/// `PATH.lock`; it stays behind, since removing it would let two processes hold two different files.
final class AliasFileLock implements AutoCloseable {
    /// POSIX takes all locks of a process on a file away as soon as any of its descriptors of that file is closed, so
    /// the threads of a process must not even open it at once.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_MILLIS = 2;

    private final FileChannel channel;

    private AliasFileLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the folder and the lock file where they are missing, and waits for whoever holds the lock.
    static AliasFileLock acquire(Path aliasFile) throws IOException {
        Path absolute = aliasFile.toAbsolutePath();
        try {
            if (!THREADS.tryLock(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw busy(absolute);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        @Nullable AliasFileLock lock = null;
        try {
            createFolders(absolute);
            lock = open(absolute.resolveSibling(absolute.getFileName() + ".lock"));
            return lock;
        } finally {
            if (lock == null) {
                THREADS.unlock();
            }
        }
    }

    private static void createFolders(Path file) throws IOException {
        @Nullable Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static AliasFileLock open(Path path) throws IOException {
        if (!Files.exists(path)) {
            createQuietly(path);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            waitFor(channel, path);
            locked = true;
            return new AliasFileLock(channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static void createQuietly(Path path) throws IOException {
        try {
            Files.createFile(path, permissions(path, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // another process was faster, which is as good
            return;
        }
    }

    private static void waitFor(FileChannel channel, Path path) throws IOException {
        long start = System.nanoTime();
        while (tryLock(channel) == null) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw busy(path);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by a copy of this class in another class loader
        }
    }

    private static IOException busy(Path path) {
        return new IOException("another process holds the lock of " + path);
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        IOException failure = new InterruptedIOException("interrupted while waiting for the alias file's lock");
        failure.initCause(cause);
        return failure;
    }

    /// Closing the channel gives the lock back.
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
