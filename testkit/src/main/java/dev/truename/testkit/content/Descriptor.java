package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pointer from one piece of content to another. Nothing here is checked: a descriptor may lie about everything.
///
/// @param size in bytes
/// @param urls where else the content may be had; that makes it foreign
public record Descriptor(
        String mediaType,
        String digest,
        long size,
        List<String> urls,
        Map<String, String> annotations,
        Optional<Platform> platform) {
    public Descriptor {
        requireNonNull(mediaType);
        requireNonNull(digest);
        urls = List.copyOf(urls);
        annotations = Map.copyOf(annotations);
        requireNonNull(platform);
    }

    public static Descriptor of(String mediaType, String digest, long size) {
        return new Descriptor(mediaType, digest, size, List.of(), Map.of(), Optional.empty());
    }

    public Descriptor withMediaType(String changed) {
        return new Descriptor(changed, digest, size, urls, annotations, platform);
    }

    public Descriptor withDigest(String changed) {
        return new Descriptor(mediaType, changed, size, urls, annotations, platform);
    }

    public Descriptor withSize(long changed) {
        return new Descriptor(mediaType, digest, changed, urls, annotations, platform);
    }

    public Descriptor withUrls(String... changed) {
        return new Descriptor(mediaType, digest, size, List.of(changed), annotations, platform);
    }

    public Descriptor withAnnotations(Map<String, String> changed) {
        return new Descriptor(mediaType, digest, size, urls, changed, platform);
    }

    public Descriptor withPlatform(Platform changed) {
        return new Descriptor(mediaType, digest, size, urls, annotations, Optional.of(changed));
    }
}
