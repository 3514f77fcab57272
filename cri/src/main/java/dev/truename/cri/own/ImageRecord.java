package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.store.StoredImage;
import java.util.List;

/// An image of the store, with all its names.
///
/// @param tags `HOST/PATH:TAG`, in the order in which they were given
/// @param digests `HOST/PATH@DIGEST`, likewise
/// @param names as the store has them; at least one
record ImageRecord(StoredRoot root, List<String> tags, List<String> digests, boolean pinned, List<StoredImage> names) {
    ImageRecord {
        requireNonNull(root);
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        names = List.copyOf(names);
    }

    Digest id() {
        return root.id();
    }
}
