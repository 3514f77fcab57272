package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.manifest.Descriptor;

/// A name of the store and what it points at.
///
/// @param name the full reference, as it was pulled
public record StoredImage(String name, Descriptor root) {
    public StoredImage {
        requireNonNull(name);
        requireNonNull(root);
    }
}
