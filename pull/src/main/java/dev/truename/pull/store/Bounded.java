package dev.truename.pull.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads files that others may have written.
final class Bounded {
    private Bounded() {}

    /// @param max in bytes
    static byte[] read(Path file, int max) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                throw StoreFailures.broken(file, "it is larger than " + max + " bytes");
            }
            return bytes;
        }
    }
}
