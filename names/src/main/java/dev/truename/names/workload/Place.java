package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// Where something is written: the place of an image's name is its first character.
///
/// @param source as given on the command line or found in a folder; `-` for standard input; for what a cluster runs
///     `cluster NAMESPACE/Kind/name`
/// @param line counted from 1; 0 where there are no lines
/// @param column in code points, counted from 1; 0 where there are no lines
public record Place(String source, int line, int column) {
    public Place {
        requireNonNull(source);
        if (line < 0 || column < 0 || (line == 0) != (column == 0)) {
            throw new IllegalArgumentException("lines and columns are counted from 1: " + line + ", " + column);
        }
    }

    /// A place that is no text.
    public static Place withoutLines(String source) {
        return new Place(source, 0, 0);
    }

    /// Whether it is in a text, such as a file.
    public boolean hasLines() {
        return line > 0;
    }

    /// `source:line`, as editors and compilers write it.
    @Override
    public String toString() {
        return hasLines() ? source + ":" + line : source;
    }
}
