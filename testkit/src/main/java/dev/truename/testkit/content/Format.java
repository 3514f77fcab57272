package dev.truename.testkit.content;

/// Which family of media types an image uses.
public enum Format {
    OCI(
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.config.v1+json",
            "application/vnd.oci.image.layer.v1.tar"),
    /// Docker's image manifest version 2, schema 2.
    DOCKER(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.container.image.v1+json",
            "application/vnd.docker.image.rootfs.diff.tar");

    private final String manifest;
    private final String index;
    private final String config;
    private final String layer;

    Format(String manifest, String index, String config, String layer) {
        this.manifest = manifest;
        this.index = index;
        this.config = config;
        this.layer = layer;
    }

    public String manifestType() {
        return manifest;
    }

    public String indexType() {
        return index;
    }

    public String configType() {
        return config;
    }

    public String layerType(Layer.Compression compression) {
        return switch (compression) {
            case NONE -> layer;
            case GZIP -> this == OCI ? layer + "+gzip" : layer + ".gzip";
        };
    }
}
