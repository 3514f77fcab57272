package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.RawManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What one pull brings. A blob is in the store as soon as it is whole, and stays there if the session fails later: the
/// next one need not fetch it again. The name comes last. Any number of threads may bring blobs; nothing is pruned
/// while a session is open, in any process.
public final class StoreSession implements AutoCloseable {
    private final ImageStore store;
    private final Layout layout;
    private final Durable durable;
    private final Path staging;
    private final FileLocks.Held use;
    private final AtomicInteger writers = new AtomicInteger();
    private final Buffers buffers = new Buffers();
    private final Set<Digest> needed = ConcurrentHashMap.newKeySet();

    /// Those whose folder is there; nobody deletes it again.
    private final Set<Digest.Algorithm> algorithms = ConcurrentHashMap.newKeySet();

    /// The sizes of the blobs that are here and durable by this session.
    private final Map<Digest, Long> brought = new ConcurrentHashMap<>();

    /// Manifests that this session brought, as they were read before.
    private final Map<Digest, Manifest> known = new ConcurrentHashMap<>();

    StoreSession(ImageStore store, Layout layout, Durable durable, Path staging, FileLocks.Held use) {
        this.store = store;
        this.layout = layout;
        this.durable = durable;
        this.staging = staging;
        this.use = use;
    }

    /// Whether the blob is in the store. It stays there while the session is open.
    public boolean has(Descriptor blob) {
        @Nullable Long size = brought.get(blob.digest());
        if (size != null) {
            return size == blob.size();
        }
        synchronized (store.sessions()) { // not while the store is swept for what nobody needs
            needed.add(blob.digest());
            return store.has(blob);
        }
    }

    /// Counts on blobs from now on: of those that are here none is deleted while the session is open.
    public void need(Collection<Descriptor> blobs) {
        synchronized (store.sessions()) {
            blobs.forEach(blob -> needed.add(blob.digest()));
        }
    }

    /// What this session counts on, whether it is in the store by now or not.
    Set<Digest> needed() {
        return needed;
    }

    /// A manifest of the store, its digest checked when it came or now.
    Optional<Manifest> manifest(Descriptor descriptor) throws PullException {
        @Nullable Manifest manifest = known.get(descriptor.digest());
        return manifest == null ? store.read(descriptor) : Optional.of(manifest);
    }

    /// Starts to bring a blob. Two writers of one blob do not disturb each other.
    public BlobWriter ingest(Descriptor blob) throws PullException {
        Digest digest = blob.digest();
        needed.add(digest);
        createFolder(digest.algorithm());
        Path file = staging.resolve(Integer.toString(writers.incrementAndGet()));
        return new BlobWriter(
                blob, file, layout.blob(digest), durable, buffers, () -> brought.put(digest, blob.size()));
    }

    private void createFolder(Digest.Algorithm algorithm) throws PullException {
        if (!algorithms.contains(algorithm)) {
            try {
                layout.createBlobs(algorithm, durable);
            } catch (IOException e) {
                throw StoreFailures.of(layout.blobs(), e);
            }
            algorithms.add(algorithm);
        }
    }

    /// Brings a manifest that was read before.
    public void put(Manifest manifest) throws PullException {
        put(manifest.raw());
        if (brought.containsKey(manifest.digest())) { // else its bytes were there before, and are read again
            known.put(manifest.digest(), manifest);
        }
    }

    /// Brings a manifest.
    ///
    /// @throws PullException [PullFailure.Mismatch] if its digest is not that of its bytes
    public void put(RawManifest manifest) throws PullException {
        if (has(manifest.descriptor())) {
            return;
        }
        try (BlobWriter writer = ingest(manifest.descriptor())) {
            writer.take(new ByteArrayInputStream(manifest.bytes()), position -> {});
            writer.commit();
        } catch (IOException e) {
            throw StoreFailures.of(staging, e);
        }
    }

    /// The bytes of a small blob of the store, its digest checked.
    ///
    /// @param max in bytes
    public byte[] read(Descriptor blob, int max) throws PullException {
        return store.read(blob, max);
    }

    /// Gives a name to what is in the store by now; it points nowhere else from then on. Where the store is durable,
    /// all that the name leads to is made so first, whoever brought it.
    ///
    /// @param name the full reference
    /// @param root an image, or an index of which at least one image is here
    /// @throws PullException [PullFailure.Storage] if the image is not whole
    public void commit(String name, Descriptor root) throws PullException {
        StoredContent content = new ContentWalk(this::has, this::manifest).from(root);
        content.requireWhole(layout.root());
        try {
            Set<Digest.Algorithm> folders = new HashSet<>();
            for (Descriptor blob : content.present()) {
                folders.add(blob.digest().algorithm());
                if (!brought.containsKey(blob.digest())) {
                    durable.syncFile(layout.blob(blob.digest()));
                }
            }
            for (Digest.Algorithm folder : folders) {
                durable.syncFolder(layout.blobs(folder));
            }
        } catch (IOException e) {
            throw StoreFailures.of(layout.blobs(), e);
        }
        store.name(requireNonNull(name), root, content.present());
    }

    /// Throws away what was begun and is not whole.
    @Override
    public void close() throws PullException {
        store.ended(this);
        try (use) {
            deleteFolder(staging);
        } catch (IOException e) {
            throw StoreFailures.of(staging, e);
        }
    }

    /// Deletes a folder of files, or one file.
    static void deleteFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            // then there is nothing inside
        }
        Files.deleteIfExists(folder);
    }
}
