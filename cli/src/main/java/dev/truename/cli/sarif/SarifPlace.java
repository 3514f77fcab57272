package dev.truename.cli.sarif;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a finding is.
///
/// @param line counted from 1; 0 for the whole file
/// @param column in code points, counted from 1; 0 for the whole line
public record SarifPlace(Path file, int line, int column) {
    public SarifPlace {
        requireNonNull(file);
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("lines and columns are counted from 1: " + line + ", " + column);
        }
    }

    /// A line.
    public SarifPlace(Path file, int line) {
        this(file, line, 0);
    }
}
