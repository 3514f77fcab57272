package dev.truename.pull.store;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where things are in the folder of an OCI image layout, ours in `.truename` beside it. Folders are put together once:
/// every blob is looked for in one.
final class Layout {
    private static final String MARKER = "{\"imageLayoutVersion\":\"1.0.0\"}";
    private static final int MAX_MARKER = 4096;

    private final Path root;
    private final Path own;
    private final Path blobs;
    private final Map<Digest.Algorithm, Path> blobsOf = new HashMap<>();

    Layout(Path root) {
        this.root = root;
        this.own = root.resolve(".truename");
        this.blobs = root.resolve("blobs");
        for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
            blobsOf.put(algorithm, blobs.resolve(algorithm.id()));
        }
    }

    Path root() {
        return root;
    }

    Path marker() {
        return root.resolve("oci-layout");
    }

    Path index() {
        return root.resolve("index.json");
    }

    Path blobs() {
        return blobs;
    }

    Path blobs(Digest.Algorithm algorithm) {
        return requireNonNull(blobsOf.get(algorithm));
    }

    Path blob(Digest digest) {
        return blobs(digest.algorithm()).resolve(digest.hex());
    }

    /// The folder below which each session has one of its own, named `PID-TIME`.
    Path staging() {
        return own.resolve("staging");
    }

    /// Held shared by sessions, exclusively by a prune.
    Path useLock() {
        return own.resolve("use.lock");
    }

    /// Held exclusively while the index is changed.
    Path indexLock() {
        return own.resolve("index.lock");
    }

    /// Where a new index or marker is written, by whoever holds the index's lock.
    Path temporary() {
        return own.resolve("tmp-index");
    }

    /// The folders of sessions and the temporary file. What is there while nobody uses the store was left by the
    /// killed.
    List<Path> leftovers() throws IOException {
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(staging())) {
            sessions.forEach(leftovers::add);
        }
        if (Files.exists(temporary())) {
            leftovers.add(temporary());
        }
        return leftovers;
    }

    /// The processes that have sessions open, as far as this one can see them.
    List<Long> users() throws IOException {
        List<Long> users = new ArrayList<>();
        for (Path leftover : leftovers()) {
            String name = leftover.getFileName().toString();
            Optional<Long> pid = pid(name.substring(0, Math.max(0, name.indexOf('-'))));
            pid.filter(id -> ProcessHandle.of(id).isPresent()).ifPresent(users::add);
        }
        return users.stream().distinct().sorted().toList();
    }

    private static Optional<Long> pid(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Creates a folder for a session of this process. Random names would cost a cold process more than all the rest.
    Path createSession() throws IOException {
        String prefix = ownPid() + "-";
        while (true) {
            try {
                return Files.createDirectory(staging().resolve(prefix + Long.toHexString(System.nanoTime())));
            } catch (FileAlreadyExistsException _) {
                // another thread, at the same nanosecond
            }
        }
    }

    /// Linux tells it without what Java starts for watching processes.
    private static String ownPid() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return Long.toString(ProcessHandle.current().pid());
        }
    }

    /// Whether there is a layout here, without creating one.
    ///
    /// @throws PullException if something else is here, or it cannot be read
    boolean exists() throws PullException {
        try {
            if (Files.exists(marker())) {
                requireVersion();
                return true;
            }
            requireEmpty();
            return false;
        } catch (IOException e) {
            throw StoreFailures.of(root, e);
        }
    }

    /// What a killed process began to create counts as empty.
    private void requireEmpty() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            if (entries.iterator().hasNext() && !Files.isDirectory(own)) {
                throw StoreFailures.broken(
                        root, "this folder holds something else than an OCI image layout; choose another with --root");
            }
        } catch (NoSuchFileException _) {
            return; // nothing here is empty, too
        } catch (NotDirectoryException _) {
            throw StoreFailures.broken(root, "this is not a folder; choose another with --root");
        }
    }

    private void requireVersion() throws IOException {
        try {
            byte[] bytes = Bounded.read(marker(), MAX_MARKER);
            Optional<String> version = Json.parseObject(bytes).string("imageLayoutVersion");
            if (!version.equals(Optional.of("1.0.0"))) {
                throw StoreFailures.broken(marker(), "the layout's version is not 1.0.0");
            }
        } catch (JsonException e) {
            throw StoreFailures.broken(marker(), "it is not an OCI layout's marker: " + e.getMessage());
        }
    }

    /// Creates what is missing, our own folder first and the marker last, so that whoever comes after a kill knows
    /// whose it is. Several processes may do so at once.
    void create(Durable durable) throws PullException {
        if (exists() && Files.isDirectory(staging()) && Files.isDirectory(blobs(Digest.Algorithm.SHA256))) {
            return;
        }
        try {
            createRoot();
            Files.createDirectories(staging());
            createBlobs(Digest.Algorithm.SHA256, durable);
            try (FileLocks.Held _ = FileLocks.of(indexLock()).exclusive()) {
                createIndex(durable);
            }
            durable.syncParent(root.toAbsolutePath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailures.cancelled(root, e);
        } catch (IOException e) {
            throw StoreFailures.of(root, e);
        }
    }

    /// Images may be private, so the folder is its owner's alone where the system can say so.
    private void createRoot() throws IOException {
        Path parent = root.toAbsolutePath().getParent();
        if (Files.isDirectory(root) || parent == null) {
            return;
        }
        Files.createDirectories(parent);
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {ownerOnly()} : new FileAttribute<?>[0];
        Files.createDirectories(root, attributes);
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    void createBlobs(Digest.Algorithm algorithm, Durable durable) throws IOException {
        if (!Files.isDirectory(blobs(algorithm))) {
            Files.createDirectories(blobs(algorithm));
            durable.syncFolder(blobs());
        }
    }

    private void createIndex(Durable durable) throws IOException {
        if (!Files.exists(index())) {
            durable.replace(index(), temporary(), IndexFile.empty(index()).bytes());
        }
        if (!Files.exists(marker())) {
            durable.replace(marker(), temporary(), MARKER.getBytes(StandardCharsets.UTF_8));
        }
    }
}
