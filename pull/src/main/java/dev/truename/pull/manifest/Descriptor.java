package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a manifest says of a blob or of another manifest (descriptor.md).
///
/// @param size in bytes, not negative
/// @param urls where a foreign layer says that it can be had; never fetched by default
public record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Optional<Platform> platform,
        Map<String, String> annotations,
        List<String> urls) {
    public Descriptor {
        requireNonNull(mediaType);
        requireNonNull(digest);
        requireNonNull(platform);
        annotations = Map.copyOf(annotations);
        urls = List.copyOf(urls);
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative: " + size);
        }
    }

    /// Whether this is a layer that its publisher keeps from registries: `nondistributable` or `foreign`.
    public boolean isForeign() {
        return MediaTypes.isForeignLayer(mediaType);
    }

    /// One with neither platform, annotations nor URLs.
    public static Descriptor of(String mediaType, Digest digest, long size) {
        return new Descriptor(mediaType, digest, size, Optional.empty(), Map.of(), List.of());
    }
}
