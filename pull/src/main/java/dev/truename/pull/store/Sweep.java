package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.MediaTypes;
import dev.truename.pull.manifest.RawManifest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Marks what the index's entries reach, and deletes the rest. Nobody else may use the store meanwhile, but for
/// sessions that say what they count on.
///
/// Marking errs on the side of keeping: whatever looks like a digest in a blob that looks like JSON is reached. So
/// entries that other tools have put into the index keep their blobs too. A manifest that is damaged ends it all before
/// anything is deleted: nobody knows what it led to.
final class Sweep {
    private final ImageStore store;
    private final Layout layout;
    private final Deque<Digest> toVisit = new ArrayDeque<>();
    private final Set<Digest> marked = new HashSet<>();
    private final Set<Digest> manifests = new HashSet<>();

    private int blobs;
    private long bytes;

    Sweep(ImageStore store, Layout layout) {
        this.store = store;
        this.layout = layout;
    }

    /// Where nobody uses the store.
    Pruned run(List<Descriptor> roots, boolean dryRun) throws IOException {
        markFrom(roots);
        sweepAll(dryRun);
        return new Pruned(blobs, bytes, leftovers(dryRun));
    }

    /// Where sessions are open; their folders stay.
    ///
    /// @param held what they count on
    Pruned runBeside(Set<Digest> held, List<Descriptor> roots) throws IOException {
        markFrom(roots);
        marked.addAll(held);
        sweepAll(false);
        return new Pruned(blobs, bytes, 0);
    }

    private void markFrom(List<Descriptor> roots) throws IOException {
        roots.forEach(this::mark);
        while (!toVisit.isEmpty()) {
            visit(toVisit.pop());
        }
    }

    private void sweepAll(boolean dryRun) throws IOException {
        try (DirectoryStream<Path> algorithms = Files.newDirectoryStream(layout.blobs(), Files::isDirectory)) {
            for (Path algorithm : algorithms) {
                sweep(algorithm, dryRun);
            }
        }
    }

    private void mark(Descriptor descriptor) {
        String type = descriptor.mediaType();
        if (MediaTypes.isImage(type) || MediaTypes.isIndex(type)) {
            manifests.add(descriptor.digest());
        }
        mark(descriptor.digest());
    }

    private void mark(Digest digest) {
        if (marked.add(digest)) {
            toVisit.push(digest);
        }
    }

    private void visit(Digest digest) throws IOException {
        if (!manifests.contains(digest) && !mayBeManifest(layout.blob(digest))) {
            return;
        }
        Optional<RawManifest> raw = store.manifest(digest);
        if (raw.isPresent()) {
            DigestScan.of(raw.get().bytes()).forEach(this::mark);
            markChildren(raw.get());
        }
    }

    private void markChildren(RawManifest raw) {
        try {
            switch (ManifestParser.parse(raw, layout.root().toString())) {
                case Manifest.Index index -> index.manifests().forEach(this::mark);
                case Manifest.Image image -> {
                    mark(image.config());
                    image.layers().forEach(this::mark);
                }
            }
        } catch (PullException e) {
            return; // a config, or a manifest of a kind that is not known: the scan has found what it refers to
        }
    }

    private static boolean mayBeManifest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Files.size(file) <= ManifestParser.MAX_BYTES && firstSign(in) == '{';
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static int firstSign(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        int c = buffered.read();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = buffered.read();
        }
        return c;
    }

    private void sweep(Path algorithm, boolean dryRun) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(algorithm)) {
            for (Path file : files) {
                if (isUnneeded(algorithm, file)) {
                    blobs++;
                    bytes += Files.size(file);
                    if (!dryRun) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /// What is no blob's name is not ours to delete.
    private boolean isUnneeded(Path algorithm, Path file) {
        try {
            return !marked.contains(Digest.parse(algorithm.getFileName() + ":" + file.getFileName()));
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private int leftovers(boolean dryRun) throws IOException {
        List<Path> leftovers = layout.leftovers();
        if (!dryRun) {
            for (Path leftover : leftovers) {
                StoreSession.deleteFolder(leftover);
            }
        }
        return leftovers.size();
    }
}
