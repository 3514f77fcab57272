package dev.truename.cli.names;

import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;

/// The options of commands that look for credentials.
public final class CredentialOptions {
    public static final Option AUTHFILE = Option.value(
                    "authfile", "FILE", "Read credentials from this file, and from no other.")
            .environment("REGISTRY_AUTH_FILE")
            .completion(Completion.FILE);

    private CredentialOptions() {}
}
