package dev.truename.cri.auth;

import dev.truename.cri.name.Told;
import dev.truename.cri.v1.PullImageRequest;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.Optional;

/// The namespace of the pod that an image is for. It becomes part of a file's name, so it is what Kubernetes
/// allows: a DNS label (RFC 1123).
public record PodNamespace(String name) {
    private static final int MAX = 63;

    public PodNamespace {
        if (!isLabel(name)) {
            throw new IllegalArgumentException("this is no namespace");
        }
    }

    /// @return nothing if the caller tells none
    /// @throws StatusException INVALID_ARGUMENT if what it tells cannot be one
    public static Optional<PodNamespace> of(PullImageRequest request) throws StatusException {
        String name = request.getSandboxConfig().getMetadata().getNamespace();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!isLabel(name)) {
            throw Told.of(Status.Code.INVALID_ARGUMENT, "the pod's namespace is none: \"" + name + "\"");
        }
        return Optional.of(new PodNamespace(name));
    }

    private static boolean isLabel(String name) {
        return !name.isEmpty()
                && name.length() <= MAX
                && name.charAt(0) != '-'
                && name.charAt(name.length() - 1) != '-'
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    @Override
    public String toString() {
        return name;
    }
}
