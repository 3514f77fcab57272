package dev.truename.pull.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writing that is whole or absent: a temporary file, its bytes made durable, a rename, the folder made durable.
record Durable(boolean fsync) {
    /// Replaces a file by these bytes.
    ///
    /// @param temporary in the same file system, for nobody else's use meanwhile
    void replace(Path file, Path temporary, byte[] bytes) throws IOException {
        try {
            write(temporary, bytes);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncParent(file);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            sync(channel);
        }
    }

    /// Takes the place of what is there, in one step. The new name is durable once the folder is.
    void move(Path file, Path place) throws IOException {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Makes a file durable that somebody else may have written. Costs next to nothing if it is.
    void syncFile(Path file) throws IOException {
        if (fsync) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(false);
            }
        }
    }

    void sync(FileChannel channel) throws IOException {
        if (fsync) {
            channel.force(false);
        }
    }

    /// Makes the names in a folder durable.
    void syncFolder(Path folder) throws IOException {
        if (fsync) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    void syncParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            syncFolder(parent);
        }
    }
}
