package dev.truename.cri.auth;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.name.Told;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.GivenCredential;
import io.grpc.Status;
import io.grpc.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The credentials of a request (`AuthConfig`), and the one host that gets them.
///
/// Trust: that host is the request's `server_address`. Without one, it is the registry that the name means to
/// Docker: the kubelet looks pull secrets up by that. So a short name's credentials are Docker Hub's, whatever
/// the name turns out to mean here, and no alias and no search registry gets them.
///
/// @param given not shown: credentials show nothing of themselves
public record RequestAuth(GivenCredential given) {
    /// More than any token, in characters; what is longer would not fit a request to a registry.
    private static final int MAX_SECRET = 64 << 10;

    public RequestAuth {
        requireNonNull(given);
    }

    /// What a request brings; nothing if it brings nothing.
    ///
    /// @param requested the name as it was asked for
    /// @throws StatusException INVALID_ARGUMENT if it cannot be understood
    public static Optional<RequestAuth> of(AuthConfig auth, ImageReference requested) throws StatusException {
        Optional<Credential> credential = credential(auth);
        return credential.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestAuth(new GivenCredential(host(auth, requested), credential.get())));
    }

    /// Whether a repository's registry gets the credentials.
    public boolean isFor(Repository repository) {
        return !(given.find(repository).credential() instanceof Credential.Anonymous);
    }

    private static String host(AuthConfig auth, ImageReference requested) {
        if (!auth.getServerAddress().isEmpty()) {
            return auth.getServerAddress();
        }
        return switch (requested) {
            case Qualified qualified -> qualified.repository().host();
            case ShortName _ -> Repository.DOCKER_HUB;
        };
    }

    private static Optional<Credential> credential(AuthConfig auth) throws StatusException {
        if (!auth.getUsername().isEmpty()) {
            return Optional.of(new Credential.Basic(bounded(auth.getUsername()), bounded(auth.getPassword())));
        }
        if (!auth.getIdentityToken().isEmpty()) {
            return Optional.of(new Credential.IdentityToken(token(auth.getIdentityToken())));
        }
        if (!auth.getAuth().isEmpty()) {
            return Optional.of(decoded(bounded(auth.getAuth())));
        }
        return auth.getRegistryToken().isEmpty()
                ? Optional.empty()
                : Optional.of(new Credential.RegistryToken(token(auth.getRegistryToken())));
    }

    private static Credential decoded(String auth) throws StatusException {
        try {
            String pair = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                int end = pair.length();
                while (end > colon + 1 && pair.charAt(end - 1) == 0) { // some versions of docker login add them
                    end--;
                }
                return new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1, end));
            }
        } catch (IllegalArgumentException e) {
            throw refused("\"auth\" is not base64");
        }
        throw refused("\"auth\" is not the base64 of USER:PASSWORD");
    }

    private static String bounded(String secret) throws StatusException {
        if (secret.length() > MAX_SECRET) {
            throw refused("they are longer than " + MAX_SECRET + " characters");
        }
        return secret;
    }

    /// A token stands in a header as it is.
    private static String token(String token) throws StatusException {
        if (!bounded(token).chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw refused("a token holds what no token holds");
        }
        return token;
    }

    private static StatusException refused(String why) {
        return Told.of(
                Status.Code.INVALID_ARGUMENT,
                "the credentials of the request cannot be used: " + why + "; correct the pull secret");
    }
}
