package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a descriptor leads to: manifests, configs and layers.
///
/// @param images those that are here, an index's in its order
/// @param present all that is here, each once
/// @param missing what an image that is here needs and does not find; foreign layers are not missed
/// @param left the images of an index that are not here, as is usual: one platform's are fetched
public record StoredContent(
        List<Manifest.Image> images, List<Descriptor> present, List<Descriptor> missing, List<Descriptor> left) {
    public StoredContent {
        images = List.copyOf(images);
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        left = List.copyOf(left);
    }

    /// What it takes, in bytes; blobs that it shares with others are counted here too.
    public long bytes() {
        return present.stream().mapToLong(Descriptor::size).sum();
    }

    /// Whether it can be used: nothing that is begun misses a piece, and of what an index offers there is something.
    public boolean isWhole() {
        return missing.isEmpty() && !present.isEmpty() && (left.isEmpty() || present.size() > 1);
    }

    /// Whether it may be given a name. Beside an image that is whole, one of another platform may miss pieces: a pull
    /// or a prune that was killed left it, and it is fetched when it is wanted.
    void requireWhole(Path root) throws PullException {
        if (!isWhole() && !holdsWholeImage()) {
            String first = missing.isEmpty()
                    ? "every image of its index"
                    : missing.getFirst().digest().toString();
            throw StoreFailures.broken(root, "the image is not whole, " + first + " is missing; pull it again");
        }
    }

    private boolean holdsWholeImage() {
        Set<Digest> lost = new HashSet<>();
        missing.forEach(descriptor -> lost.add(descriptor.digest()));
        return images.stream()
                .anyMatch(image -> !lost.contains(image.config().digest())
                        && image.layers().stream().noneMatch(layer -> lost.contains(layer.digest())));
    }
}
