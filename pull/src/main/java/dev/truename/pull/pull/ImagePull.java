package dev.truename.pull.pull;

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
import dev.truename.pull.store.StoreSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pull of what one root digest names, once a source has told the root: every further piece is named by digest and
/// may come from any source of the same reference. The name is written last.
final class ImagePull {
    /// Deeper than anybody nests indexes.
    private static final int MAX_DEPTH = 4;

    /// More manifests than an index of all platforms leads to, attestations included.
    private static final int MAX_MANIFESTS = 1000;

    /// What all manifests of one image take together at most, in bytes: they are held until their blobs are there.
    private static final long MAX_MANIFEST_BYTES = 32 << 20;

    private final Pieces pieces;
    private final PullContext context;
    private final SignatureDemand demand;

    private final List<Descriptor> images = new ArrayList<>();
    private final Map<Digest, Manifest> manifests = new LinkedHashMap<>();
    private final Map<Digest, Descriptor> blobs = new LinkedHashMap<>();
    private final List<Descriptor> configsToCheck = new ArrayList<>();
    private long manifestBytes;

    /// @param demand what is wanted of each image before anything of it is fetched
    ImagePull(Pieces pieces, PullContext context, SignatureDemand demand) {
        this.pieces = pieces;
        this.context = context;
        this.demand = demand;
    }

    PullOutcome.Pulled pull(RawManifest root, List<SourceFailure> before) throws PullException {
        RemoteSource teller = pieces.teller();
        Manifest parsed = ManifestParser.parse(root, teller.name());
        Descriptor descriptor = parsed.raw().descriptor();
        try (StoreSession session = context.store().begin()) {
            collect(parsed, descriptor, 0);
            for (Descriptor image : images) {
                demand.require(pieces.candidate(), image.digest(), teller);
            }
            BlobFetches fetches = new BlobFetches(pieces, session, context);
            requirePlatform(fetches, session);
            fetches.fetchAll(blobs.values());
            for (Manifest manifest : manifests.values()) {
                session.put(manifest);
            }
            session.commit(pieces.candidate().toString(), descriptor);
            return new PullOutcome.Pulled(
                    pieces.candidate(), descriptor, images, teller.source(), fetches.transfer(), before);
        }
    }

    private void collect(Manifest manifest, Descriptor descriptor, int depth) throws PullException {
        requireFew(manifest, depth);
        manifests.put(manifest.digest(), manifest);
        if (manifest instanceof Manifest.Index index) { // no pattern switch, see docs/decisions/0013
            collect(index, depth);
        } else {
            addImage((Manifest.Image) manifest, descriptor);
        }
    }

    private void collect(Manifest.Index index, int depth) throws PullException {
        for (Descriptor chosen : chosen(index)) {
            if (!manifests.containsKey(chosen.digest())) {
                collect(fetched(chosen), chosen, depth + 1);
            }
        }
    }

    private void requireFew(Manifest manifest, int depth) throws PullException {
        manifestBytes += manifest.raw().size();
        if (depth > MAX_DEPTH || manifests.size() == MAX_MANIFESTS || manifestBytes > MAX_MANIFEST_BYTES) {
            throw new PullException(new PullFailure.TooLarge(
                    pieces.teller().name(), "the index leads to more manifests than anybody needs"));
        }
    }

    private List<Descriptor> chosen(Manifest.Index index) throws PullException {
        return context.settings().platforms() instanceof PullSettings.Platforms.One one
                ? List.of(PlatformChoice.choose(
                        index, one.platform(), pieces.teller().name()))
                : index.manifests();
    }

    private void addImage(Manifest.Image image, Descriptor descriptor) throws PullException {
        images.add(descriptor);
        if (descriptor.platform().isEmpty()) {
            configsToCheck.add(image.config());
        }
        addBlob(image.config());
        long bytes = image.config().size();
        for (Descriptor layer : image.layers()) {
            addBlob(layer);
            bytes += layer.size();
        }
        context.listener().on(new PullEvent.Chosen(descriptor, image.layers().size() + 1, bytes));
    }

    private void addBlob(Descriptor blob) throws PullException {
        Descriptor known = blobs.putIfAbsent(blob.digest(), blob);
        if (known != null && known.size() != blob.size()) {
            throw new PullException(new PullFailure.Mismatch(
                    pieces.teller().name(),
                    "the manifests give " + blob.digest() + " two sizes, " + known.size() + " and " + blob.size()));
        }
    }

    /// A manifest that an index names: from the store, or from the first source that has it.
    private Manifest fetched(Descriptor descriptor) throws PullException {
        Optional<RawManifest> stored = context.store().manifest(descriptor);
        if (stored.isPresent()) {
            return Pieces.read(stored.get(), descriptor, context.store().root().toString());
        }
        return pieces.manifest(descriptor);
    }

    /// An image that no index tells the platform of tells it only in its config; that is looked at, before anything
    /// else is fetched, if somebody asked for a platform.
    private void requirePlatform(BlobFetches fetches, StoreSession session) throws PullException {
        if (context.settings().platforms() instanceof PullSettings.Platforms.One one && one.asked()) {
            for (Descriptor config : configsToCheck) {
                requirePlatform(config, one.platform(), fetches, session);
            }
        }
    }

    private void requirePlatform(Descriptor config, Platform wanted, BlobFetches fetches, StoreSession session)
            throws PullException {
        String source = pieces.teller().name();
        if (config.size() > ImageConfig.MAX_BYTES) {
            throw new PullException(
                    new PullFailure.TooLarge(source, "the image's config has " + config.size() + " bytes"));
        }
        fetches.fetchAll(List.of(config));
        blobs.remove(config.digest());
        byte[] bytes = session.read(config, ImageConfig.MAX_BYTES);
        Platform there = ImageConfig.parse(bytes, source).platform();
        if (!PlatformChoice.fits(there, wanted)) {
            throw new PullException(
                    new PullFailure.Unsupported(source, "the only image is for " + there + ", not for " + wanted));
        }
    }
}
