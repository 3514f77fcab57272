package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a value was written.
///
/// @param line counted from 1
public record Origin(Path file, int line) {
    public Origin {
        requireNonNull(file);
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
    }

    /// `file:line`, as editors and compilers write it.
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
