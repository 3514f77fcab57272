package dev.truename.cli.sarif;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a finding is (SARIF 2.1.0, 3.28).
public sealed interface SarifPlace {
    /// A place in a file.
    ///
    /// @param line counted from 1; 0 for the whole file
    /// @param column in code points, counted from 1; 0 for the whole line
    record InFile(Path file, int line, int column) implements SarifPlace {
        public InFile {
            requireNonNull(file);
            if (line < 0 || column < 0) {
                throw new IllegalArgumentException("lines and columns are counted from 1: " + line + ", " + column);
            }
        }

        /// A line.
        public InFile(Path file, int line) {
            this(file, line, 0);
        }
    }

    /// Something that is no file, such as an object of a cluster (3.33).
    record Resource(String name) implements SarifPlace {
        public Resource {
            requireNonNull(name);
        }
    }
}
