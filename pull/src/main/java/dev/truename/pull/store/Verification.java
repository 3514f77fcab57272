package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.failure.PullException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Hashes every blob of a store again and looks whether every name's image is whole.
final class Verification {
    private static final int BUFFER_BYTES = 256 << 10;

    private final ImageStore store;
    private final Layout layout;
    private final List<Damage> damages = new ArrayList<>();

    Verification(ImageStore store, Layout layout) {
        this.store = store;
        this.layout = layout;
    }

    List<Damage> run() throws IOException {
        if (Files.isDirectory(layout.blobs())) {
            verifyBlobs();
        }
        for (StoredImage image : store.images()) {
            verifyName(image);
        }
        return List.copyOf(damages);
    }

    private void verifyBlobs() throws IOException {
        try (DirectoryStream<Path> algorithms = Files.newDirectoryStream(layout.blobs(), Files::isDirectory)) {
            for (Path algorithm : algorithms) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(algorithm)) {
                    files.forEach(file -> verifyBlob(algorithm, file));
                }
            }
        }
    }

    private void verifyBlob(Path algorithm, Path file) {
        Digest digest;
        try {
            digest = Digest.parse(algorithm.getFileName() + ":" + file.getFileName());
        } catch (InvalidReferenceException e) {
            return; // no blob
        }
        try {
            if (!hash(digest.algorithm(), file).equals(digest)) {
                damages.add(new Damage(file, "its bytes do not have its digest; delete it and pull the image again"));
            }
        } catch (NoSuchFileException e) {
            return; // pruned meanwhile
        } catch (IOException e) {
            damages.add(new Damage(file, StoreFailures.of(file, e).failure().detail()));
        }
    }

    private static Digest hash(Digest.Algorithm algorithm, Path file) throws IOException {
        ContentHash hash = new ContentHash(algorithm);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        }
        return hash.finish();
    }

    private void verifyName(StoredImage image) {
        try {
            if (!store.content(image.root()).isWhole()) {
                damages.add(new Damage(layout.index(), image.name() + " is not whole; pull it again"));
            }
        } catch (PullException e) {
            damages.add(
                    new Damage(layout.index(), image.name() + ": " + e.failure().detail()));
        }
    }
}
