package dev.truename.pull.manifest;

import java.util.Locale;

/// The media types of images (OCI image specification, media-types.md; Docker's image manifest version 2).
public final class MediaTypes {
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";

    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";
    private static final String OCI_FOREIGN_LAYER = "application/vnd.oci.image.layer.nondistributable.v1.";
    private static final String DOCKER_FOREIGN_LAYER = "application/vnd.docker.image.rootfs.foreign.";

    private MediaTypes() {}

    public static boolean isIndex(String mediaType) {
        return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_LIST);
    }

    public static boolean isImage(String mediaType) {
        return mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }

    /// Whether it is the config of a container image, and not of an artifact that only has the shape of one.
    public static boolean isImageConfig(String mediaType) {
        return mediaType.equals(OCI_CONFIG) || mediaType.equals(DOCKER_CONFIG);
    }

    /// Docker's schema 1, whose content has no digests to trust.
    public static boolean isSchema1(String mediaType) {
        return mediaType.startsWith(SCHEMA_1);
    }

    /// A layer that registries do not hold, by its publisher's wish.
    public static boolean isForeignLayer(String mediaType) {
        return mediaType.startsWith(OCI_FOREIGN_LAYER) || mediaType.startsWith(DOCKER_FOREIGN_LAYER);
    }

    /// The type without parameters such as `;charset=utf-8`, in lower case (RFC 9110, section 8.3.1).
    static String essence(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// Whether a server that says this of a manifest has said nothing.
    static boolean isSilent(String essence) {
        return switch (essence) {
            case "", "application/json", "application/octet-stream", "text/plain" -> true;
            default -> false;
        };
    }
}
