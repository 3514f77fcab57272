package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.RawManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Images in an OCI image layout. Processes and threads share it; reading takes no lock and creates nothing.
///
/// Every failure is a [PullException] with [PullFailure.Storage], or [PullFailure.Cancelled] for an interrupt.
public final class ImageStore {
    private static final int MAX_MANIFEST = 4 << 20;

    private final Layout layout;
    private final Durable durable;

    private ImageStore(Layout layout, Durable durable) {
        this.layout = layout;
        this.durable = durable;
    }

    /// The store in a folder, which is created when something is first written.
    ///
    /// @throws PullException if the folder holds something else
    public static ImageStore open(Path root, StoreSettings settings) throws PullException {
        Layout layout = new Layout(requireNonNull(root));
        layout.exists();
        return new ImageStore(layout, new Durable(settings.fsync()));
    }

    public Path root() {
        return layout.root();
    }

    /// Whether the blob is here, whole. Looks at its size only: what is in its place was checked on the way there.
    public boolean has(Descriptor blob) {
        return hasSize(layout.blob(blob.digest()), blob.size());
    }

    boolean hasSize(Path file, long size) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() && attributes.size() == size;
        } catch (IOException e) {
            return false;
        }
    }

    /// A stored manifest, its digest checked again; its media type is left to the parser.
    public Optional<RawManifest> manifest(Digest digest) throws PullException {
        Path file = layout.blob(digest);
        try {
            byte[] bytes = Bounded.read(file, MAX_MANIFEST);
            ContentHash hash = new ContentHash(digest.algorithm());
            hash.update(bytes, 0, bytes.length);
            if (!hash.finish().equals(digest)) {
                throw StoreFailures.broken(
                        file, "its bytes do not have its digest; delete it and pull the image again");
            }
            return Optional.of(new RawManifest("", bytes, digest));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /// The bytes of a small blob.
    ///
    /// @param max in bytes
    public byte[] read(Descriptor blob, int max) throws PullException {
        Path file = layout.blob(blob.digest());
        try {
            return Bounded.read(file, max);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /// All names, in the order in which they were given.
    public List<StoredImage> images() throws PullException {
        return inIndex(IndexFile.read(layout.index()), IndexFile::images);
    }

    /// What a name points at.
    public Optional<Descriptor> find(String name) throws PullException {
        return inIndex(IndexFile.read(layout.index()), index -> index.find(name));
    }

    /// Starts to bring an image. Waits while the store is pruned.
    public StoreSession begin() throws PullException {
        layout.create(durable);
        FileLocks.Held use = held(layout.useLock(), false);
        Path staging = layout.staging().resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectory(staging);
        } catch (IOException e) {
            throw released(use, StoreFailures.of(staging, e));
        }
        return new StoreSession(this, layout, durable, staging, use);
    }

    private static PullException released(FileLocks.Held held, PullException e) {
        try {
            held.close();
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
        return e;
    }

    /// Gives a name to what is in the store; it points nowhere else from then on.
    void name(String name, Descriptor root) throws PullException {
        change(index -> index.with(name, root));
    }

    /// Takes a name away; its blobs stay until they are pruned.
    ///
    /// @return whether there was such a name
    public boolean remove(String name) throws PullException {
        if (find(name).isEmpty()) {
            return false;
        }
        change(index -> index.less(name));
        return true;
    }

    /// Deletes what no name needs, and what killed sessions left. Waits until no session is open in any process.
    ///
    /// @param dryRun whether to tell only
    public Pruned prune(boolean dryRun) throws PullException {
        if (!layout.exists()) {
            return new Pruned(0, 0, 0);
        }
        layout.create(durable);
        try (FileLocks.Held _ = held(layout.useLock(), true)) {
            return new Sweep(this, layout, inIndex(IndexFile.read(layout.index()), IndexFile::entries)).run(dryRun);
        } catch (IOException e) {
            throw StoreFailures.of(layout.root(), e);
        }
    }

    /// A question to the index, or a change of it.
    @FunctionalInterface
    private interface OfIndex<T> {
        T apply(IndexFile index) throws JsonException;
    }

    private void change(OfIndex<IndexFile> change) throws PullException {
        try (FileLocks.Held _ = held(layout.indexLock(), true)) {
            IndexFile changed = inIndex(IndexFile.read(layout.index()), change);
            durable.replace(layout.index(), layout.temporary(), changed.bytes());
        } catch (IOException e) {
            throw StoreFailures.of(layout.index(), e);
        }
    }

    private <T> T inIndex(IndexFile index, OfIndex<T> question) throws PullException {
        try {
            return question.apply(index);
        } catch (JsonException e) {
            throw StoreFailures.broken(layout.index(), "the store's index is refused: " + e.getMessage());
        }
    }

    private static FileLocks.Held held(Path file, boolean exclusive) throws PullException {
        try {
            FileLocks locks = FileLocks.of(file);
            return exclusive ? locks.exclusive() : locks.shared();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PullException(new PullFailure.Cancelled(file.toString(), "interrupted"), e);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }
}
