package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Images in an OCI image layout. Processes and threads share it; reading takes no lock and creates nothing.
///
/// Every failure is a [PullException] with [PullFailure.Storage], or [PullFailure.Cancelled] for an interrupt.
public final class ImageStore {
    /// How long a prune waits for the sessions of others to end.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Layout layout;
    private final Durable durable;

    /// Those that this object has opened. Whoever holds its lock sees all that they count on.
    private final Set<StoreSession> sessions = new HashSet<>();

    private ImageStore(Layout layout, Durable durable) {
        this.layout = layout;
        this.durable = durable;
    }

    /// The store in a folder, which is created when something is first written. Layouts that other tools have made are
    /// taken as they are.
    ///
    /// @throws PullException if the folder holds something else
    public static ImageStore open(Path root, StoreSettings settings) throws PullException {
        Layout layout = new Layout(requireNonNull(root));
        layout.exists();
        return new ImageStore(layout, new Durable(settings.fsync()));
    }

    /// Starts, on a thread of its own, what the first pull of a process would wait for. Of use to processes that end
    /// after one.
    public static void warmUp() {
        ContentHash.warmUp();
    }

    public Path root() {
        return layout.root();
    }

    /// Whether the blob is here, whole. Looks at its size only: what is in its place was checked on the way there.
    public boolean has(Descriptor blob) {
        Path place = layout.blob(blob.digest());
        try {
            @Nullable
            BasicFileAttributes attributes =
                    place.getFileSystem().provider().readAttributesIfExists(place, BasicFileAttributes.class);
            return attributes != null && attributes.isRegularFile() && attributes.size() == blob.size();
        } catch (IOException e) {
            return false;
        }
    }

    /// A stored manifest, its digest checked again; its media type is left to the parser.
    public Optional<RawManifest> manifest(Digest digest) throws PullException {
        return manifest(digest, "");
    }

    /// A stored manifest, its digest checked again, of the media type that its descriptor says.
    public Optional<RawManifest> manifest(Descriptor descriptor) throws PullException {
        return manifest(descriptor.digest(), descriptor.mediaType());
    }

    private Optional<RawManifest> manifest(Digest digest, String mediaType) throws PullException {
        try {
            return Optional.of(new RawManifest(mediaType, checked(digest, ManifestParser.MAX_BYTES), digest));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreFailures.of(layout.blob(digest), e);
        }
    }

    /// The same, read; none if it is not here.
    Optional<Manifest> read(Descriptor descriptor) throws PullException {
        Optional<RawManifest> raw = manifest(descriptor);
        return raw.isEmpty() ? Optional.empty() : Optional.of(ManifestParser.parse(raw.get(), root().toString()));
    }

    /// The bytes of a small blob, its digest checked again.
    ///
    /// @param max in bytes
    public byte[] read(Descriptor blob, int max) throws PullException {
        try {
            return checked(blob.digest(), max);
        } catch (IOException e) {
            throw StoreFailures.of(layout.blob(blob.digest()), e);
        }
    }

    private byte[] checked(Digest digest, int max) throws IOException {
        Path file = layout.blob(digest);
        byte[] bytes = Bounded.read(file, max);
        ContentHash hash = new ContentHash(digest.algorithm());
        hash.update(bytes, 0, bytes.length);
        if (!hash.finish().equals(digest)) {
            throw StoreFailures.broken(file, "its bytes do not have its digest; delete it and pull the image again");
        }
        return bytes;
    }

    /// What a descriptor leads to, and how much of it is here. Reads manifests only.
    public StoredContent content(Descriptor root) throws PullException {
        return new ContentWalk(this::has, this::read).from(root);
    }

    /// All names, in the order in which they were given.
    public List<StoredImage> images() throws PullException {
        return inIndex(IndexFile.read(layout.index()), IndexFile::images);
    }

    /// What a name points at.
    public Optional<Descriptor> find(String name) throws PullException {
        return inIndex(IndexFile.read(layout.index()), index -> index.find(name));
    }

    /// Changes whenever the names do; costs one look at one file.
    public Object stamp() throws PullException {
        try {
            BasicFileAttributes index = Files.readAttributes(layout.index(), BasicFileAttributes.class);
            return List.of(String.valueOf(index.fileKey()), index.size(), index.lastModifiedTime());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw StoreFailures.of(layout.index(), e);
        }
    }

    /// Starts to bring an image. Waits while the store is pruned.
    public StoreSession begin() throws PullException {
        layout.create(durable);
        try {
            FileLocks.Held use = used();
            try {
                StoreSession session = new StoreSession(this, layout, durable, layout.createSession(), use);
                synchronized (sessions) {
                    sessions.add(session);
                }
                return session;
            } catch (IOException e) {
                use.close();
                throw e;
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw StoreFailures.of(layout.staging(), e);
        }
    }

    /// Makes sure that nothing is pruned. Where nobody else does, what the killed left is cleaned up on the way.
    private FileLocks.Held used() throws IOException, InterruptedException {
        FileLocks lock = FileLocks.of(layout.useLock());
        if (!layout.leftovers().isEmpty()) {
            Optional<FileLocks.Held> alone = lock.exclusive(Duration.ZERO);
            if (alone.isPresent()) {
                try (FileLocks.Held _ = alone.get();
                        FileLocks.Held _ = indexLock().exclusive()) {
                    for (Path leftover : layout.leftovers()) {
                        StoreSession.deleteFolder(leftover);
                    }
                }
            }
        }
        return lock.shared();
    }

    Set<StoreSession> sessions() {
        return sessions;
    }

    void ended(StoreSession session) {
        synchronized (sessions) {
            sessions.remove(session);
        }
    }

    private FileLocks indexLock() throws IOException {
        return FileLocks.of(layout.indexLock());
    }

    /// Gives a name to what is in the store; it points nowhere else from then on.
    ///
    /// @param content what the name leads to; looked for once more when nobody can sweep it away
    void name(String name, Descriptor root, List<Descriptor> content) throws PullException {
        change(content, index -> Optional.of(index.with(name, root)));
    }

    /// Takes a name away; its blobs stay until they are pruned.
    ///
    /// @return whether there was such a name
    public boolean remove(String name) throws PullException {
        if (find(name).isEmpty()) {
            return false;
        }
        layout.create(durable);
        return change(
                List.of(), index -> index.find(name).isEmpty() ? Optional.empty() : Optional.of(index.less(name)));
    }

    /// Takes names away that still point where they are said to; their blobs stay until they are pruned.
    ///
    /// @return whether there was such a name
    public boolean remove(Collection<StoredImage> images) throws PullException {
        if (!layout.exists()) {
            return false;
        }
        layout.create(durable);
        return change(List.of(), index -> {
            IndexFile less = index;
            boolean changed = false;
            for (StoredImage image : images) {
                Optional<Digest> now = index.find(image.name()).map(Descriptor::digest);
                if (now.isPresent() && now.get().equals(image.root().digest())) {
                    less = less.less(image.name());
                    changed = true;
                }
            }
            return changed ? Optional.of(less) : Optional.empty();
        });
    }

    /// Deletes what no name needs, and what killed sessions left. Waits some seconds for open sessions to end.
    ///
    /// @param dryRun whether to tell only
    /// @throws PullException [PullFailure.Storage] if others go on using the store, with their process ids
    public Pruned prune(boolean dryRun) throws PullException {
        return prune(dryRun, PATIENCE);
    }

    Pruned prune(boolean dryRun, Duration patience) throws PullException {
        if (!preparedToPrune()) {
            return new Pruned(0, 0, 0);
        }
        try {
            Optional<FileLocks.Held> alone = FileLocks.of(layout.useLock()).exclusive(patience);
            if (alone.isEmpty()) {
                throw StoreFailures.broken(layout.root(), inUse(layout.users()));
            }
            try (FileLocks.Held _ = alone.get();
                    FileLocks.Held _ = indexLock().exclusive()) {
                return new Sweep(this, layout).run(entries(), dryRun);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw StoreFailures.of(layout.root(), e);
        }
    }

    /// Deletes what no name needs, as [#prune(boolean)] does, though sessions of this object may be open: what they
    /// count on stays. For services, which are never idle for long and have one of these objects for a store.
    ///
    /// @throws PullException [PullFailure.Storage] if other processes use the store, with their process ids
    public Pruned reclaim() throws PullException {
        if (!preparedToPrune()) {
            return new Pruned(0, 0, 0);
        }
        try {
            Optional<FileLocks.Held> alone = FileLocks.of(layout.useLock()).exclusive(Duration.ZERO);
            if (alone.isPresent()) {
                try (FileLocks.Held _ = alone.get();
                        FileLocks.Held _ = indexLock().exclusive()) {
                    return new Sweep(this, layout).run(entries(), false);
                }
            }
            List<Long> others = new ArrayList<>(layout.users());
            others.remove(ProcessHandle.current().pid());
            if (!others.isEmpty()) {
                throw StoreFailures.broken(layout.root(), inUse(others));
            }
            return reclaimBesideSessions();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw StoreFailures.of(layout.root(), e);
        }
    }

    /// Another process that begins in this very moment may count on a blob that is deleted here. It finds out before
    /// it names its image: names are given under the index's lock, after a last look.
    private Pruned reclaimBesideSessions() throws IOException, InterruptedException {
        try (FileLocks.Held _ = FileLocks.of(layout.useLock()).shared();
                FileLocks.Held _ = indexLock().exclusive()) {
            synchronized (sessions) {
                Set<Digest> held = new HashSet<>();
                sessions.forEach(session -> held.addAll(session.needed()));
                return new Sweep(this, layout).runBeside(held, entries());
            }
        }
    }

    private List<Descriptor> entries() throws PullException {
        return inIndex(IndexFile.read(layout.index()), IndexFile::entries);
    }

    private boolean preparedToPrune() throws PullException {
        if (!layout.exists()) {
            return false;
        }
        if (Files.notExists(layout.index())) {
            throw StoreFailures.broken(
                    layout.index(),
                    "the store's index is missing, so nobody knows what is needed; put it back, or move the store away");
        }
        layout.create(durable);
        return true;
    }

    private static String inUse(List<Long> processes) {
        String users = processes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "the store is in use" + (users.isEmpty() ? "" : " by process " + users)
                + "; try again when that is done";
    }

    /// Hashes every blob again and looks whether every name's image is whole. Takes as long as reading it all.
    ///
    /// @return what is wrong; nothing if all is well
    public List<Damage> verify() throws PullException {
        try {
            return new Verification(this, layout).run();
        } catch (IOException e) {
            throw StoreFailures.of(layout.root(), e);
        }
    }

    /// A question to the index, or a change of it.
    @FunctionalInterface
    private interface OfIndex<T> {
        T apply(IndexFile index) throws JsonException;
    }

    private boolean change(List<Descriptor> needed, OfIndex<Optional<IndexFile>> change) throws PullException {
        try (FileLocks.Held _ = indexLock().exclusive()) {
            for (Descriptor blob : needed) {
                if (!has(blob)) {
                    throw StoreFailures.broken(
                            layout.blob(blob.digest()), "it was deleted meanwhile by another process; pull again");
                }
            }
            Optional<IndexFile> changed = inIndex(IndexFile.read(layout.index()), change);
            if (changed.isPresent()) {
                durable.replace(
                        layout.index(), layout.temporary(), changed.get().bytes());
            }
            return changed.isPresent();
        } catch (InterruptedException e) {
            throw interrupted(e);
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

    private PullException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return StoreFailures.cancelled(layout.root(), e);
    }
}
