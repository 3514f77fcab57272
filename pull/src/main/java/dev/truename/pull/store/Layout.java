package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Where things are in the folder of an OCI image layout, ours in `.truename` beside it.
record Layout(Path root) {
    private static final String MARKER = "{\"imageLayoutVersion\":\"1.0.0\"}";
    private static final int MAX_MARKER = 4096;

    Path marker() {
        return root.resolve("oci-layout");
    }

    Path index() {
        return root.resolve("index.json");
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    Path blobs(Digest.Algorithm algorithm) {
        return blobs().resolve(algorithm.id());
    }

    Path blob(Digest digest) {
        return blobs(digest.algorithm()).resolve(digest.hex());
    }

    /// The folder below which sessions stage.
    Path staging() {
        return own().resolve("staging");
    }

    /// Held shared by sessions, exclusively by a prune.
    Path useLock() {
        return own().resolve("use.lock");
    }

    /// Held exclusively while the index is changed.
    Path indexLock() {
        return own().resolve("index.lock");
    }

    /// A path beside the index that nobody else uses.
    Path temporary() {
        return own().resolve("tmp-" + UUID.randomUUID());
    }

    private Path own() {
        return root.resolve(".truename");
    }

    /// Whether there is a layout here, without creating one.
    ///
    /// @throws PullException if something else is here
    boolean exists() throws PullException {
        try {
            if (Files.isRegularFile(marker())) {
                requireVersion();
                return true;
            }
            if (Files.isDirectory(root) && !isEmpty()) {
                throw StoreFailures.broken(
                        root, "this folder holds something else than an OCI image layout; choose another with --root");
            }
            return false;
        } catch (IOException e) {
            throw StoreFailures.of(root, e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().equals(".truename")) {
                    return false;
                }
            }
            return true;
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

    /// Creates what is missing. Several processes may do so at once.
    void create(Durable durable) throws PullException {
        try {
            Files.createDirectories(staging());
            for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
                if (algorithm == Digest.Algorithm.SHA256) {
                    Files.createDirectories(blobs(algorithm));
                }
            }
            if (!exists()) {
                durable.replace(marker(), temporary(), MARKER.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw StoreFailures.of(root, e);
        }
    }
}
