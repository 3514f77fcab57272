package dev.truename.testkit.content;

import java.util.List;

/// Something that can be pushed under a tag: a manifest and all that goes with it.
public interface Artifact {
    /// What the tag points at.
    Manifest manifest();

    /// The manifests that an index points at.
    default List<Manifest> children() {
        return List.of();
    }

    /// Configurations and layers.
    default List<Blob> blobs() {
        return List.of();
    }

    /// The digest of what the tag points at.
    default String digest() {
        return manifest().digest();
    }
}
