package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.store.StoredImage;
import java.util.List;

/// An image of the store, with all its names.
///
/// @param tags `HOST/PATH:TAG`, in the order in which they were given
/// @param digests `HOST/PATH@DIGEST`, likewise, of what each name leads to: an index, or the image's manifest
/// @param otherDigests `HOST/PATH@DIGEST` of the image's manifest, where an index leads to it. They mean the image,
///     too, and are not listed: a client that pulled by digest expects that one alone, as critest does
/// @param names as the store has them; at least one
record ImageRecord(
        StoredRoot root,
        List<String> tags,
        List<String> digests,
        List<String> otherDigests,
        boolean pinned,
        List<StoredImage> names) {
    ImageRecord {
        requireNonNull(root);
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        otherDigests = List.copyOf(otherDigests);
        names = List.copyOf(names);
    }

    Digest id() {
        return root.id();
    }
}
