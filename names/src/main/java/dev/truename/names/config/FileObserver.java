package dev.truename.names.config;

import java.nio.file.Path;

/// Told of each file that counts as it is read.
@FunctionalInterface
public interface FileObserver {
    /// @param content all of the file's bytes; not to be changed
    void read(Path file, byte[] content);
}
