package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes with their true digest.
///
/// @param digest `sha256:HEX` of the body
public record Blob(String digest, Body body) {
    public Blob {
        requireNonNull(digest);
        requireNonNull(body);
    }

    public static Blob of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new Blob(Digests.sha256(own), Body.bytes(own));
    }

    public static Blob of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file, read once for its digest and again for each sending. It must stay as it is.
    public static Blob of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Blob(Digests.sha256(in), Body.file(file, Files.size(file)));
        }
    }

    /// In bytes.
    public long size() {
        return body.length();
    }

    /// A true descriptor of these bytes.
    public Descriptor descriptor(String mediaType) {
        return Descriptor.of(mediaType, digest, size());
    }
}
