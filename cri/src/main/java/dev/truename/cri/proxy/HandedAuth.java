package dev.truename.cri.proxy;

import dev.truename.cri.auth.RequestAuth;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import io.grpc.StatusException;
import java.util.Optional;

/// Keeps the credentials of a request to the host that they are for, see [RequestAuth].
final class HandedAuth {
    /// Under this name containerd asks Docker Hub.
    private static final String HUB_AT_CONTAINERD = "registry-1.docker.io";

    private HandedAuth() {}

    /// Takes the credentials away, unless they are for the host that is asked. containerd is told the host besides, so
    /// that its mirrors do not get them.
    ///
    /// @param asked the name of the request
    /// @param sent what the runtime is asked for
    /// @return the host that the credentials are for, if they were taken away
    static Optional<String> bind(
            PullImageRequest.Builder request, ImageReference asked, Qualified sent, RuntimeKind kind)
            throws StatusException {
        Optional<RequestAuth> auth = RequestAuth.of(request.getAuth(), asked);
        Repository repository = sent.repository();
        if (auth.isEmpty() || !auth.get().isFor(repository)) {
            request.clearAuth();
            return auth.map(given -> given.given().host());
        }
        if (kind == RuntimeKind.CONTAINERD) {
            boolean hub = repository.host().equals(Repository.DOCKER_HUB);
            request.getAuthBuilder().setServerAddress("https://" + (hub ? HUB_AT_CONTAINERD : repository.host()));
        }
        return Optional.empty();
    }
}
