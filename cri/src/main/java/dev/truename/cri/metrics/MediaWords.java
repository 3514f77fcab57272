package dev.truename.cri.metrics;

import java.util.List;

/// Media types as one of a few words: manifests say what they like.
final class MediaWords {
    static final String OTHER = "other";

    /// Those of OCI and docker for what images consist of.
    static final List<String> ALL = List.of(
            "application/vnd.oci.image.config.v1+json",
            "application/vnd.oci.image.layer.v1.tar",
            "application/vnd.oci.image.layer.v1.tar+gzip",
            "application/vnd.oci.image.layer.v1.tar+zstd",
            "application/vnd.docker.container.image.v1+json",
            "application/vnd.docker.image.rootfs.diff.tar.gzip",
            OTHER);

    private MediaWords() {}

    static String word(String mediaType) {
        return ALL.contains(mediaType) ? mediaType : OTHER;
    }
}
