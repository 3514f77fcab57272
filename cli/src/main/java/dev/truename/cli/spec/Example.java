package dev.truename.cli.spec;

import static java.util.Objects.requireNonNull;

/// A command line worth copying.
///
/// @param command what to type, `truename` included
/// @param purpose what it does, one sentence
public record Example(String command, String purpose) {
    public Example {
        requireNonNull(command);
        requireNonNull(purpose);
    }
}
