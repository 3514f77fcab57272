package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Something in the store that is not as it should be.
///
/// @param file the blob, or the index for a name whose image is not whole
/// @param detail one line for people, with what to do
public record Damage(Path file, String detail) {
    public Damage {
        requireNonNull(file);
        requireNonNull(detail);
    }
}
