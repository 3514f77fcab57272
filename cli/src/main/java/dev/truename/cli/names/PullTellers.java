package dev.truename.cli.names;

import static java.util.Objects.requireNonNull;

/// What can be told of a pull before it happens, beside where it goes.
public record PullTellers(CredentialTeller credentials, SignatureTeller signatures) {
    public PullTellers {
        requireNonNull(credentials);
        requireNonNull(signatures);
    }
}
