package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a value was written.
///
/// @param file the file, or the option's name where the caller gave the value
/// @param line counted from 1; 0 where there are no lines, as for an option
public record Origin(Path file, int line) {
    public Origin {
        requireNonNull(file);
        if (line < 0) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
    }

    /// `file:line`, as editors and compilers write it.
    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line;
    }
}
