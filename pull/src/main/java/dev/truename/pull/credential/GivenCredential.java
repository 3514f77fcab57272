package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import java.util.Locale;

/// A credential that the caller gave (`--creds`, a pull request's `AuthConfig`), for one host and no other.
///
/// @param host `name[:port]`, of the registry as its references name it
public record GivenCredential(String host, Credential credential) implements CredentialSource {
    public GivenCredential {
        host = hostOf(host);
        requireNonNull(credential);
    }

    /// Takes what clients write as a server's address: with or without scheme and path; Docker Hub's old names.
    private static String hostOf(String address) {
        return AuthKeys.canonical(address.toLowerCase(Locale.ROOT));
    }

    @Override
    public FoundCredential find(Repository repository) {
        return AuthKeys.canonical(repository.host()).equals(host)
                ? new FoundCredential(credential, new CredentialOrigin.Given(host))
                : FoundCredential.NONE;
    }
}
