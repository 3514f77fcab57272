package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;

/// A manifest or index as its exact bytes, whose digest has been checked; the bytes are not yet understood.
public final class RawManifest {
    private final String mediaType;
    private final byte[] bytes;
    private final Digest digest;

    /// @param mediaType what it was served or stored with; empty if nothing was said
    /// @param bytes at most 4 MiB; copied
    public RawManifest(String mediaType, byte[] bytes, Digest digest) {
        this.mediaType = requireNonNull(mediaType);
        this.bytes = bytes.clone();
        this.digest = requireNonNull(digest);
    }

    public String mediaType() {
        return mediaType;
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// In bytes.
    public int size() {
        return bytes.length;
    }

    public Digest digest() {
        return digest;
    }

    /// The descriptor that points at it.
    public Descriptor descriptor() {
        return Descriptor.of(mediaType, digest, bytes.length);
    }

    @Override
    public String toString() {
        return mediaType + " " + digest;
    }
}
