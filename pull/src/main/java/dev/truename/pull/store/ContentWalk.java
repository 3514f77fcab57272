package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.MediaTypes;
import dev.truename.pull.manifest.RawManifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Walks from one descriptor to all that it leads to. Ends, since it goes to each digest once.
final class ContentWalk {
    private final ImageStore store;
    private final Set<Digest> seen = new HashSet<>();
    private final List<Manifest.Image> images = new ArrayList<>();
    private final List<Descriptor> present = new ArrayList<>();
    private final List<Descriptor> missing = new ArrayList<>();
    private final List<Descriptor> left = new ArrayList<>();
    private final List<Descriptor> toVisit = new ArrayList<>();

    ContentWalk(ImageStore store) {
        this.store = store;
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
        if (!store.has(descriptor)) {
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
        Optional<RawManifest> raw = store.manifest(descriptor);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestParser.parse(raw.get(), store.root().toString()));
        } catch (PullException e) {
            if (e.failure() instanceof PullFailure.Unsupported) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
