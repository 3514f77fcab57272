package dev.truename.cri.proxy;

/// Which runtime it is, as far as it matters here.
enum RuntimeKind {
    /// Knows no registries.conf. Sends the credentials of a request to whatever host it asks, mirrors included, unless
    /// they name a server, and takes the name only as a web address.
    CONTAINERD,
    /// Reads the same registries.conf, so that it rewrites, mirrors and blocks by itself.
    CRIO,
    /// Any other; taken to know no registries.conf.
    OTHER;

    /// @param name what it calls itself in its answer to `Version`
    static RuntimeKind of(String name) {
        return switch (name) {
            case "containerd" -> CONTAINERD;
            case "cri-o" -> CRIO;
            default -> OTHER;
        };
    }
}
