package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.manifest.Descriptor;
import java.util.Map;

/// The image that a name's root leads to on this machine.
///
/// @param id the digest of the image's config
/// @param manifest the digest of the image's own manifest; the root's, unless that is an index
/// @param size of all that belongs to it, in bytes
/// @param annotations of its manifest, bounded
record StoredRoot(
        Digest id, Digest manifest, Descriptor config, long size, ImageUser user, Map<String, String> annotations) {
    StoredRoot {
        requireNonNull(id);
        requireNonNull(manifest);
        requireNonNull(config);
        requireNonNull(user);
        annotations = Map.copyOf(annotations);
        if (size < 1) {
            throw new IllegalArgumentException("an image has a size");
        }
    }
}
