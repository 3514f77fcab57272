package dev.truename.cli.image;

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
import dev.truename.pull.store.StoredImage;
import java.util.Optional;

/// A manifest that was found, and where more of its image is.
///
/// @param name the full name
/// @param where a registry's repository, or the store's folder
record InspectedImage(String name, String where, Manifest manifest, Place place) {
    /// Where further pieces are read.
    interface Place {
        /// The manifest with this digest.
        RawManifest manifest(Digest digest) throws PullException;

        /// A small blob, verified.
        byte[] blob(Descriptor blob, int max) throws PullException;
    }

    static InspectedImage stored(ImageStore store, StoredImage image) throws PullException {
        String where = store.root().toString();
        Place place = new Place() {
            @Override
            public RawManifest manifest(Digest digest) throws PullException {
                Optional<RawManifest> raw = store.manifest(digest);
                return raw.orElseThrow(
                        () -> new PullException(new PullFailure.NotFound(where, "the store does not have " + digest)));
            }

            @Override
            public byte[] blob(Descriptor blob, int max) throws PullException {
                return store.read(blob, max);
            }
        };
        RawManifest raw = place.manifest(image.root().digest());
        return new InspectedImage(image.name(), where, ManifestParser.parse(raw, where), place);
    }

    /// The image of an index for a platform; of an image, itself.
    InspectedImage forPlatform(Platform platform) throws PullException {
        return switch (manifest) {
            case Manifest.Image _ -> this;
            case Manifest.Index index -> {
                Descriptor chosen = PlatformChoice.choose(index, platform, where);
                RawManifest raw = place.manifest(chosen.digest());
                yield new InspectedImage(name, where, ManifestParser.parse(raw, where), place).forPlatform(platform);
            }
        };
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
