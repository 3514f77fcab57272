package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// A registry without protection.
final class Insecure implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "insecure",
            Level.WARNING,
            "TLS of a registry or mirror need not be verified.",
            "Whoever is on the way can answer in its place, and what a tag means is whatever they say.",
            "Give the registry a certificate and put its authority into `certs.d`; or accept the line if the"
                    + " network is trusted.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        InsecurePlaces.of(entry, scene).forEach(place -> {
            HostName host = place.host();
            if (host.known().isEmpty() && !host.isLoopback()) {
                told.add(
                        RULE,
                        place.origin(),
                        place.subject(),
                        Toml.shown(place.place()) + " is insecure: TLS is not verified, and plain HTTP may be used",
                        "trust its certificate in certs.d instead");
            }
        });
    }
}
