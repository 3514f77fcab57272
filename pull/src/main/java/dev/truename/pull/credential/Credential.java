package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

/// What proves to a registry who asks. Never shown: `toString` names no secret.
public sealed interface Credential {
    /// Nothing to show.
    record Anonymous() implements Credential {}

    /// A user's name and password.
    record Basic(String user, String password) implements Credential {
        public Basic {
            requireNonNull(user);
            requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + "]";
        }
    }

    /// A token to be shown to the registry itself, as `Bearer`.
    record RegistryToken(String token) implements Credential {
        public RegistryToken {
            requireNonNull(token);
        }

        @Override
        public String toString() {
            return "RegistryToken";
        }
    }

    /// A refresh token, to be exchanged for access tokens at the registry's token server.
    record IdentityToken(String token) implements Credential {
        public IdentityToken {
            requireNonNull(token);
        }

        @Override
        public String toString() {
            return "IdentityToken";
        }
    }
}
