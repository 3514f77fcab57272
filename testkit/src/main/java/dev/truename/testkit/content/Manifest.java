package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

/// A manifest's bytes and the Content-Type that a registry tells for them. Neither need be true or even JSON.
public record Manifest(String mediaType, Blob blob) implements Artifact {
    public Manifest {
        requireNonNull(mediaType);
        requireNonNull(blob);
    }

    public static Manifest of(String mediaType, String json) {
        return new Manifest(mediaType, Blob.of(json));
    }

    public static Manifest of(String mediaType, byte[] bytes) {
        return new Manifest(mediaType, Blob.of(bytes));
    }

    @Override
    public String digest() {
        return blob.digest();
    }

    /// In bytes.
    public long size() {
        return blob.size();
    }

    public Descriptor descriptor() {
        return blob.descriptor(mediaType);
    }

    @Override
    public Manifest manifest() {
        return this;
    }
}
