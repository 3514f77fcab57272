package dev.truename.pull.manifest;

import dev.truename.testkit.content.Blob;
import dev.truename.testkit.http.MemorySink;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The bytes of the testkit's blobs.
public final class Contents {
    private Contents() {}

    public static byte[] of(Blob blob) {
        try {
            return MemorySink.read(blob.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
