package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A layer as a registry holds it.
///
/// @param diffId the digest of the archive before compression, for the image's configuration
public record Layer(Blob blob, Compression compression, String diffId) {
    /// How the archive is packed; it says which media type the layer has.
    public enum Compression {
        NONE,
        GZIP
    }

    public Layer {
        requireNonNull(blob);
        requireNonNull(compression);
        requireNonNull(diffId);
    }

    /// A gzip tar of these entries.
    public static Layer of(TarEntry... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, Deflater.DEFAULT_COMPRESSION, List.of(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzip(bytes.toByteArray());
    }

    /// A gzip tar with one file in it.
    public static Layer file(String name, String text) {
        return of(TarEntry.file(name, text));
    }

    /// Bytes that need not be an archive at all, told to be `compression`. The diff id is their own digest.
    public static Layer opaque(Compression compression, byte[] bytes) {
        Blob blob = Blob.of(bytes);
        return new Layer(blob, compression, blob.digest());
    }

    /// Bytes that are gzip.
    private static Layer gzip(byte[] bytes) {
        Blob blob = Blob.of(bytes);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new Layer(blob, Compression.GZIP, Digests.sha256(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A valid gzip tar in a file, with one file of `size` pseudo-random bytes in it: as large as that and a little
    /// more, the same for the same seed, and served from the file.
    public static Layer random(Path file, long seed, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(out, Deflater.NO_COMPRESSION, List.of(TarEntry.random("data/" + seed, seed, size)));
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Layer(Blob.of(file), Compression.GZIP, Digests.sha256(in));
        }
    }

    /// A file that holds a layer already.
    ///
    /// @param diffId the digest of the archive before compression
    public static Layer of(Path file, Compression compression, String diffId) throws IOException {
        return new Layer(Blob.of(file), compression, diffId);
    }

    private static void write(OutputStream out, int level, List<TarEntry> entries) throws IOException {
        try (LeveledGzip gzip = new LeveledGzip(out, level)) {
            TarWriter tar = new TarWriter(gzip);
            for (TarEntry entry : entries) {
                tar.write(entry);
            }
            tar.finish();
        }
    }

    /// The JDK's gzip stream with a level to choose.
    private static final class LeveledGzip extends GZIPOutputStream {
        LeveledGzip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
