package dev.truename.pull.manifest;

/// The media types of manifests.
public final class MediaTypes {
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";
    private static final String PLAIN_JSON = "application/json";

    private MediaTypes() {}

    public static boolean isIndex(String mediaType) {
        return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_LIST);
    }

    public static boolean isImage(String mediaType) {
        return mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }

    /// Docker's schema 1, whose content has no digests to trust.
    public static boolean isSchema1(String mediaType) {
        return mediaType.startsWith(SCHEMA_1);
    }

    /// Whether a server that says this of a manifest has said nothing.
    static boolean isSilent(String mediaType) {
        return mediaType.isEmpty() || mediaType.equals(PLAIN_JSON);
    }
}
