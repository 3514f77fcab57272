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
    /// @param temporary in the same file system, not there yet
    void replace(Path file, Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            sync(channel);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncParent(file);
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

    private void syncParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            syncFolder(parent);
        }
    }
}
