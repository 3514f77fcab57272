package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// Where something is written: the place of an image's name is its first character.
///
/// @param source as given on the command line or found in a folder; `-` for standard input; for what a cluster runs
///     `cluster NAMESPACE/Kind/name`
/// @param line counted from 1; 1 where there are no lines
/// @param column in code points, counted from 1; 1 where there are no lines
public record Place(String source, int line, int column) {
    public Place {
        requireNonNull(source);
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns are counted from 1: " + line + ", " + column);
        }
    }

    /// `source:line`, as editors and compilers write it.
    @Override
    public String toString() {
        return source + ":" + line;
    }
}
