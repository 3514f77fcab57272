package dev.truename.cli.names;

import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.Sourced;
import dev.truename.pull.credential.CredentialLookup;
import dev.truename.pull.credential.CredentialSettings;
import java.nio.file.Path;
import java.util.Optional;

/// Where this user's credentials are looked for.
public final class Credentials {
    private Credentials() {}

    /// @param authFile the one file to look into, if somebody named one
    public static CredentialLookup lookup(
            Optional<Path> authFile, HostEnvironment host, RegistriesConfiguration configuration) {
        return new CredentialLookup(new CredentialSettings(
                authFile,
                host.variables(),
                Optional.of(host.home()),
                host.uid(),
                configuration.credentialHelpers().stream().map(Sourced::value).toList(),
                CredentialSettings.HELPER_TIMEOUT));
    }
}
