package dev.truename.cri.own;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.ImageConfig;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.manifest.PlatformChoice;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoredContent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds out which image a root of the store leads to on this machine. What it says of a digest stays true as
/// long as the blobs are there.
final class RootReader {
    /// Annotations travel in every list of images, and a list that is too large for a message is no list at all.
    /// In characters, of all of an image's together.
    private static final int MAX_ANNOTATIONS = 4096;

    private final ImageStore store;
    private final Platform platform;

    RootReader(ImageStore store, Platform platform) {
        this.store = store;
        this.platform = platform;
    }

    /// @throws PullException if the image is not whole, or not one
    StoredRoot read(Descriptor root) throws PullException {
        StoredContent content = store.content(root);
        Manifest.Image image = image(root, content);
        byte[] config = store.read(image.config(), ImageConfig.MAX_BYTES);
        long size = image.raw().size() + image.config().size();
        for (Descriptor layer : image.layers()) {
            size += layer.size();
        }
        return new StoredRoot(
                image.config().digest(),
                image.digest(),
                image.config(),
                size,
                ImageUser.of(ImageConfig.parse(config, source()).user()),
                bounded(image.annotations()));
    }

    private Manifest.Image image(Descriptor root, StoredContent content) throws PullException {
        if (!content.missing().isEmpty() || content.images().isEmpty()) {
            throw failed(root.digest(), "the image is not whole; pull it again");
        }
        if (content.images().size() == 1) {
            return content.images().getFirst();
        }
        Digest chosen = chosen(root);
        return content.images().stream()
                .filter(image -> image.digest().equals(chosen))
                .findFirst()
                .orElseThrow(() -> failed(root.digest(), "its image for " + platform + " is not here; pull it again"));
    }

    private Digest chosen(Descriptor root) throws PullException {
        Optional<RawManifest> raw = store.manifest(root);
        if (raw.isPresent() && ManifestParser.parse(raw.get(), source()) instanceof Manifest.Index index) {
            return PlatformChoice.choose(index, platform, source()).digest();
        }
        return root.digest();
    }

    private String source() {
        return store.root().toString();
    }

    private PullException failed(Digest root, String why) {
        return new PullException(new PullFailure.Storage(source(), root + ": " + why));
    }

    private static Map<String, String> bounded(Map<String, String> annotations) {
        Map<String, String> kept = new TreeMap<>();
        int length = 0;
        for (Map.Entry<String, String> annotation : new TreeMap<>(annotations).entrySet()) {
            length += annotation.getKey().length() + annotation.getValue().length();
            if (length > MAX_ANNOTATIONS) {
                break;
            }
            kept.put(annotation.getKey(), annotation.getValue());
        }
        return kept;
    }
}
