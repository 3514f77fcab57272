package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.MediaTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Walks from one descriptor to all that it leads to. Ends, since it goes to each digest once.
final class ContentWalk {
    private final Predicate<Descriptor> here;
    private final Manifests manifests;
    private final Set<Digest> seen = new HashSet<>();
    private final List<Manifest.Image> images = new ArrayList<>();
    private final List<Descriptor> present = new ArrayList<>();
    private final List<Descriptor> missing = new ArrayList<>();
    private final List<Descriptor> left = new ArrayList<>();
    private final List<Descriptor> toVisit = new ArrayList<>();

    /// Where manifests are read.
    @FunctionalInterface
    interface Manifests {
        Optional<Manifest> read(Descriptor descriptor) throws PullException;
    }

    /// @param here whether a blob is in the store
    ContentWalk(Predicate<Descriptor> here, Manifests manifests) {
        this.here = here;
        this.manifests = manifests;
    }

    StoredContent from(Descriptor root) throws PullException {
        take(root, missing);
        while (!toVisit.isEmpty()) {
            visit(toVisit.removeFirst());
        }
        return new StoredContent(images, present, missing, left);
    }

    private void visit(Descriptor descriptor) throws PullException {
        Optional<Manifest> manifest = manifest(descriptor);
        if (manifest.isEmpty()) {
            return;
        }
        if (manifest.get() instanceof Manifest.Index index) { // no pattern switch, see docs/decisions/0013
            index.manifests().forEach(child -> take(child, left));
        } else {
            visit((Manifest.Image) manifest.get());
        }
    }

    private void visit(Manifest.Image image) {
        images.add(image);
        take(image.config(), missing);
        image.layers().forEach(layer -> take(layer, missing));
    }

    private void take(Descriptor descriptor, List<Descriptor> otherwise) {
        if (!seen.add(descriptor.digest())) {
            return;
        }
        if (!here.test(descriptor)) {
            if (!descriptor.isForeign()) {
                otherwise.add(descriptor);
            }
            return;
        }
        present.add(descriptor);
        String type = descriptor.mediaType();
        if (MediaTypes.isImage(type) || MediaTypes.isIndex(type)) {
            toVisit.add(descriptor);
        }
    }

    private Optional<Manifest> manifest(Descriptor descriptor) throws PullException {
        try {
            return manifests.read(descriptor);
        } catch (PullException e) {
            if (e.failure() instanceof PullFailure.Unsupported) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
