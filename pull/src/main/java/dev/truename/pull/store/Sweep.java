package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Marks what the index's entries reach, and deletes the rest. Nobody else may use the store meanwhile.
final class Sweep {
    private final ImageStore store;
    private final Layout layout;
    private final Deque<Descriptor> reachable;
    private final Set<Digest> marked = new HashSet<>();

    private int blobs;
    private long bytes;

    Sweep(ImageStore store, Layout layout, List<Descriptor> roots) {
        this.store = store;
        this.layout = layout;
        this.reachable = new ArrayDeque<>(roots);
    }

    Pruned run(boolean dryRun) throws IOException {
        while (!reachable.isEmpty()) {
            Descriptor next = reachable.pop();
            if (marked.add(next.digest())) {
                markChildren(next);
            }
        }
        try (DirectoryStream<Path> algorithms = Files.newDirectoryStream(layout.blobs())) {
            for (Path algorithm : algorithms) {
                sweep(algorithm, dryRun);
            }
        }
        return new Pruned(blobs, bytes, leftovers(dryRun));
    }

    /// What is no manifest, or not here, has no children. One that cannot be read keeps what it is said to have:
    /// nothing.
    private void markChildren(Descriptor descriptor) throws PullException {
        Optional<Manifest> manifest = manifest(descriptor);
        if (manifest.isEmpty()) {
            return;
        }
        switch (manifest.get()) {
            case Manifest.Index index -> reachable.addAll(index.manifests());
            case Manifest.Image image -> {
                marked.add(image.config().digest());
                image.layers().forEach(layer -> marked.add(layer.digest()));
            }
        }
    }

    private Optional<Manifest> manifest(Descriptor descriptor) throws PullException {
        Optional<RawManifest> raw = store.manifest(descriptor.digest());
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestParser.parse(
                    raw.get(), layout.blob(descriptor.digest()).toString()));
        } catch (PullException e) {
            if (e.failure() instanceof PullFailure.Unsupported) {
                return Optional.empty();
            }
            throw e;
        }
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
        int found = 0;
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(layout.staging())) {
            for (Path session : sessions) {
                found++;
                if (!dryRun) {
                    StoreSession.deleteFolder(session);
                }
            }
        }
        return found;
    }
}
