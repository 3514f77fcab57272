package dev.truename.cri.own;

import dev.truename.cri.v1.FilesystemIdentifier;
import dev.truename.cri.v1.FilesystemUsage;
import dev.truename.cri.v1.UInt64Value;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/// The room that the store takes, counted file by file.
final class FileSystemUsage extends SimpleFileVisitor<Path> {
    private static final long NANOS = 1_000_000_000L;

    private long bytes;
    private long inodes;

    private FileSystemUsage() {}

    /// Counts now.
    ///
    /// @param root the store's folder, which is named as the place on its file system, as other runtimes name
    ///     theirs
    static FilesystemUsage of(Path root) throws IOException {
        FileSystemUsage usage = new FileSystemUsage();
        Files.walkFileTree(root, usage);
        Instant now = Instant.now();
        return FilesystemUsage.newBuilder()
                .setTimestamp(now.getEpochSecond() * NANOS + now.getNano())
                .setFsId(FilesystemIdentifier.newBuilder()
                        .setMountpoint(root.toAbsolutePath().toString()))
                .setUsedBytes(UInt64Value.newBuilder().setValue(usage.bytes))
                .setInodesUsed(UInt64Value.newBuilder().setValue(usage.inodes))
                .build();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        inodes++;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        inodes++;
        bytes += attributes.size();
        return FileVisitResult.CONTINUE;
    }

    /// Pulls and removals go on meanwhile.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
