package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.RawManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;

/// What one pull brings. Its blobs are staged where nobody looks, and moved to their place by [#commit], all of them
/// durable by then and the name last. Any number of threads may bring blobs; nothing is pruned while a session is open.
public final class StoreSession implements AutoCloseable {
    private final ImageStore store;
    private final Layout layout;
    private final Durable durable;
    private final Path staging;
    private final FileLocks.Held use;

    StoreSession(ImageStore store, Layout layout, Durable durable, Path staging, FileLocks.Held use) {
        this.store = store;
        this.layout = layout;
        this.durable = durable;
        this.staging = staging;
        this.use = use;
    }

    /// Whether the blob is in the store, or in this session.
    public boolean has(Descriptor blob) {
        return store.has(blob) || store.hasSize(staged(blob.digest()), blob.size());
    }

    /// Starts to bring a blob that neither the store nor this session has.
    public BlobWriter ingest(Descriptor blob) throws PullException {
        Path file = staged(blob.digest());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
        return new BlobWriter(blob, file, durable);
    }

    /// Brings a manifest, whose digest has been checked.
    public void put(RawManifest manifest) throws PullException {
        if (has(manifest.descriptor())) {
            return;
        }
        try (BlobWriter writer = ingest(manifest.descriptor())) {
            writer.take(new ByteArrayInputStream(manifest.bytes()), position -> {});
            writer.commit();
        } catch (IOException e) {
            throw StoreFailures.of(staged(manifest.digest()), e);
        }
    }

    /// The bytes of a small blob that the store or this session has.
    ///
    /// @param max in bytes
    public byte[] read(Descriptor blob, int max) throws PullException {
        Path path = staged(blob.digest());
        Path file = Files.exists(path) ? path : layout.blob(blob.digest());
        try {
            return Bounded.read(file, max);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /// Moves all that was brought into the store, and names it.
    public void commit(String name, Descriptor root) throws PullException {
        try {
            for (Digest.Algorithm algorithm : moveStaged()) {
                durable.syncFolder(layout.blobs(algorithm));
            }
        } catch (IOException e) {
            throw StoreFailures.of(layout.blobs(), e);
        }
        store.name(name, root);
    }

    private Set<Digest.Algorithm> moveStaged() throws IOException {
        Set<Digest.Algorithm> touched = EnumSet.of(Digest.Algorithm.SHA256);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(staging)) {
            for (Path file : files) {
                Digest digest = Digest.parse(file.getFileName().toString().replace('-', ':'));
                Path place = layout.blob(digest);
                if (touched.add(digest.algorithm())) {
                    Files.createDirectories(layout.blobs(digest.algorithm()));
                }
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return touched;
    }

    private Path staged(Digest digest) {
        return staging.resolve(digest.toString().replace(':', '-'));
    }

    /// Throws away what was not committed.
    @Override
    public void close() throws PullException {
        try (use) {
            deleteFolder(staging);
        } catch (IOException e) {
            throw StoreFailures.of(staging, e);
        }
    }

    /// Deletes a folder of files.
    static void deleteFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(folder);
    }
}
