package dev.truename.pull.pull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
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

    private final Qualified candidate;
    private final List<RemoteSource> sources;
    private final PullContext context;

    private final List<Descriptor> images = new ArrayList<>();
    private final Map<Digest, RawManifest> manifests = new LinkedHashMap<>();
    private final Map<Digest, Descriptor> blobs = new LinkedHashMap<>();

    /// @param sources the one that told the root first
    ImagePull(Qualified candidate, List<RemoteSource> sources, PullContext context) {
        this.candidate = candidate;
        this.sources = sources;
        this.context = context;
    }

    PullOutcome.Pulled pull(RawManifest root, List<SourceFailure> before) throws PullException {
        RemoteSource teller = sources.getFirst();
        Manifest parsed = ManifestParser.parse(root, teller.name());
        Descriptor descriptor = parsed.raw().descriptor();
        try (StoreSession session = context.store().begin()) {
            collect(parsed, descriptor, 0);
            BlobFetches fetches = new BlobFetches(sources, session, context);
            requirePlatform(parsed, fetches, session);
            fetches.fetchAll(blobs.values());
            for (RawManifest manifest : manifests.values()) {
                session.put(manifest);
            }
            session.commit(candidate.toString(), descriptor);
            return new PullOutcome.Pulled(candidate, descriptor, images, teller.source(), fetches.transfer(), before);
        }
    }

    private void collect(Manifest manifest, Descriptor descriptor, int depth) throws PullException {
        if (manifests.put(manifest.digest(), manifest.raw()) != null) {
            return;
        }
        switch (manifest) {
            case Manifest.Image image -> addImage(image, descriptor);
            case Manifest.Index index -> {
                if (depth == MAX_DEPTH || manifests.size() > MAX_MANIFESTS) {
                    throw new PullException(new PullFailure.TooLarge(
                            sources.getFirst().name(), "the index leads to more manifests than anybody needs"));
                }
                for (Descriptor chosen : chosen(index)) {
                    collect(fetched(chosen), chosen, depth + 1);
                }
            }
        }
    }

    private List<Descriptor> chosen(Manifest.Index index) throws PullException {
        return switch (context.settings().platforms()) {
            case PullSettings.Platforms.All _ -> index.manifests();
            case PullSettings.Platforms.One one ->
                List.of(PlatformChoice.choose(
                        index, one.platform(), sources.getFirst().name()));
        };
    }

    private void addImage(Manifest.Image image, Descriptor descriptor) throws PullException {
        images.add(descriptor);
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
                    sources.getFirst().name(),
                    "the manifests give " + blob.digest() + " two sizes, " + known.size() + " and " + blob.size()));
        }
    }

    /// A manifest that an index names: from the store, or from the first source that has it.
    private Manifest fetched(Descriptor descriptor) throws PullException {
        Optional<RawManifest> stored = context.store().manifest(descriptor);
        if (stored.isPresent()) {
            return read(stored.get(), descriptor, context.store().root().toString());
        }
        List<SourceFailure> failures = new ArrayList<>();
        for (RemoteSource source : sources) {
            try {
                return read(source.repository().manifest(descriptor.digest()), descriptor, source.name());
            } catch (PullException e) {
                SourceFailure failure = source.failed(candidate, e.failure());
                failures.add(failure);
                if (failure.isOurs()) {
                    break;
                }
            }
        }
        throw new PullException(new PullOutcome.Failed(failures).mostTelling().failure());
    }

    private static Manifest read(RawManifest raw, Descriptor descriptor, String source) throws PullException {
        if (raw.size() != descriptor.size()) {
            throw new PullException(new PullFailure.Mismatch(
                    source,
                    "the manifest " + raw.digest() + " has " + raw.size() + " bytes, the index says "
                            + descriptor.size()));
        }
        Manifest manifest = ManifestParser.parse(raw, source);
        if (!manifest.raw().mediaType().equals(descriptor.mediaType())) {
            throw new PullException(new PullFailure.Malformed(
                    source, "the manifest " + raw.digest() + " has another media type than the index says"));
        }
        return manifest;
    }

    /// An image without an index tells its platform only in its config; it is looked at if somebody asked for one.
    private void requirePlatform(Manifest root, BlobFetches fetches, StoreSession session) throws PullException {
        if (!(root instanceof Manifest.Image image)
                || !(context.settings().platforms() instanceof PullSettings.Platforms.One one)
                || !one.asked()) {
            return;
        }
        if (image.config().size() > ImageConfig.MAX_BYTES) {
            throw new PullException(new PullFailure.TooLarge(
                    sources.getFirst().name(),
                    "the image's config has " + image.config().size() + " bytes"));
        }
        fetches.fetchAll(List.of(image.config()));
        blobs.remove(image.config().digest());
        byte[] config = session.read(image.config(), ImageConfig.MAX_BYTES);
        Platform there = ImageConfig.parse(config, sources.getFirst().name()).platform();
        if (!PlatformChoice.fits(there, one.platform())) {
            throw new PullException(new PullFailure.Unsupported(
                    sources.getFirst().name(), "the only image is for " + there + ", not for " + one.platform()));
        }
    }
}
