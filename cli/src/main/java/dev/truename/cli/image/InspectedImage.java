package dev.truename.cli.image;

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
import dev.truename.pull.store.StoredImage;
import java.util.Optional;

/// A manifest that was found, and where more of its image is.
///
/// @param name the full name
/// @param where a registry's repository, or the store's folder
record InspectedImage(String name, String where, Manifest manifest, Place place) {
    /// Deeper than anybody nests indexes.
    private static final int MAX_DEPTH = 4;

    /// Where further pieces are read.
    interface Place {
        /// The manifest that this descriptor points at.
        Manifest manifest(Descriptor descriptor) throws PullException;

        /// A small blob, verified.
        byte[] blob(Descriptor blob, int max) throws PullException;
    }

    static InspectedImage stored(ImageStore store, StoredImage image) throws PullException {
        String where = store.root().toString();
        Place place = new Place() {
            @Override
            public Manifest manifest(Descriptor descriptor) throws PullException {
                Optional<RawManifest> raw = store.manifest(descriptor);
                return ManifestParser.parse(
                        raw.orElseThrow(() -> new PullException(
                                new PullFailure.NotFound(where, "the store does not have " + descriptor.digest()))),
                        where);
            }

            @Override
            public byte[] blob(Descriptor blob, int max) throws PullException {
                return store.read(blob, max);
            }
        };
        return new InspectedImage(image.name(), where, place.manifest(image.root()), place);
    }

    /// The image of an index for a platform; of an image, itself.
    InspectedImage forPlatform(Platform platform) throws PullException {
        InspectedImage found = this;
        for (int depth = 0; found.manifest instanceof Manifest.Index index; depth++) {
            if (depth == MAX_DEPTH) {
                throw new PullException(
                        new PullFailure.TooLarge(where, "there are more indexes in each other than anybody needs"));
            }
            Descriptor chosen = PlatformChoice.choose(index, platform, where);
            found = new InspectedImage(name, where, place.manifest(chosen), place);
        }
        return found;
    }

    /// The bytes of an image's configuration.
    byte[] config() throws PullException {
        return switch (manifest) {
            case Manifest.Image image -> place.blob(image.config(), ImageConfig.MAX_BYTES);
            case Manifest.Index _ ->
                throw new PullException(new PullFailure.Unsupported(where, "an index has no configuration"));
        };
    }
}
