package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

/// A credential and where it was found.
public record FoundCredential(Credential credential, CredentialOrigin origin) {
    /// Nothing was found.
    public static final FoundCredential NONE =
            new FoundCredential(new Credential.Anonymous(), new CredentialOrigin.Nowhere());

    public FoundCredential {
        requireNonNull(credential);
        requireNonNull(origin);
    }

    boolean usable() {
        return !(credential instanceof Credential.Anonymous);
    }
}
