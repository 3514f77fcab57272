package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A manifest or index as its exact bytes, whose digest has been checked; the bytes are not yet understood.
///
/// @param mediaType the media type it was served or stored with
/// @param bytes at most 4 MiB; not to be changed by anybody
public record RawManifest(String mediaType, byte[] bytes, Digest digest) {
    public RawManifest {
        requireNonNull(mediaType);
        requireNonNull(bytes);
        requireNonNull(digest);
    }

    /// The descriptor that points at it.
    public Descriptor descriptor() {
        return Descriptor.of(mediaType, digest, bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawManifest that
                && mediaType.equals(that.mediaType)
                && digest.equals(that.digest)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return mediaType + " " + digest;
    }
}
