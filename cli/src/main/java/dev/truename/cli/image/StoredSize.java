package dev.truename.cli.image;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.pull.store.ImageStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How much of an image is in the store. Of an index, only some images may be.
final class StoredSize {
    private final ImageStore store;
    private final Set<Digest> counted = new HashSet<>();

    private StoredSize(ImageStore store) {
        this.store = store;
    }

    /// In bytes; every blob once. What cannot be read does not count.
    static long of(ImageStore store, Descriptor root) {
        return new StoredSize(store).of(root);
    }

    private long of(Descriptor manifest) {
        if (!counted.add(manifest.digest())) {
            return 0;
        }
        try {
            Optional<RawManifest> raw = store.manifest(manifest.digest());
            return raw.isEmpty()
                    ? 0
                    : manifest.size()
                            + below(ManifestParser.parse(
                                    raw.get(), manifest.digest().toString()));
        } catch (PullException e) {
            return 0;
        }
    }

    private long below(Manifest manifest) {
        return switch (manifest) {
            case Manifest.Index index ->
                index.manifests().stream().mapToLong(this::of).sum();
            case Manifest.Image image ->
                blob(image.config())
                        + image.layers().stream().mapToLong(this::blob).sum();
        };
    }

    private long blob(Descriptor blob) {
        return counted.add(blob.digest()) && store.has(blob) ? blob.size() : 0;
    }
}
