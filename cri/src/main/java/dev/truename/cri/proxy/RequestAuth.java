package dev.truename.cri.proxy;

import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.GivenCredential;

/// Keeps the credentials of a request to the host that they are for.
///
/// Those that name a server are for it. Those that name none are for the host that the caller found them for: of a
/// qualified name its own, and of a short name Docker Hub, since the kubelet looks the secrets of a short name up as if
/// it were Docker Hub's.
final class RequestAuth {
    /// Under this name containerd asks Docker Hub.
    private static final String HUB_AT_CONTAINERD = "registry-1.docker.io";

    private RequestAuth() {}

    /// Takes the credentials away, unless they are for the host that is asked.
    ///
    /// @param asked the name of the request
    /// @param sent what the runtime is asked for
    static void bind(PullImageRequest.Builder request, ImageReference asked, Qualified sent, RuntimeKind kind) {
        if (!request.hasAuth()) {
            return;
        }
        AuthConfig auth = request.getAuth();
        String host = sent.repository().host();
        String owner = auth.getServerAddress().isEmpty() ? ownerOf(asked) : auth.getServerAddress();
        if (!isFor(owner, sent.repository())) {
            request.clearAuth();
        } else if (kind == RuntimeKind.CONTAINERD) {
            String server = host.equals(Repository.DOCKER_HUB) ? HUB_AT_CONTAINERD : host;
            request.getAuthBuilder().setServerAddress("https://" + server);
        }
    }

    private static String ownerOf(ImageReference asked) {
        return switch (asked) {
            case Qualified qualified -> qualified.repository().host();
            case ShortName _ -> Repository.DOCKER_HUB;
        };
    }

    private static boolean isFor(String owner, Repository repository) {
        Credential found = new GivenCredential(owner, new Credential.Basic("", ""))
                .find(repository)
                .credential();
        return found instanceof Credential.Basic;
    }
}
