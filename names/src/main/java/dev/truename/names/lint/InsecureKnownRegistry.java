package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// A public registry without protection.
final class InsecureKnownRegistry implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "insecure-known-registry",
            Level.ERROR,
            "TLS of a public registry need not be verified.",
            "It has a valid certificate: `insecure` gains nothing, and whoever is on the way can answer in"
                    + " its place, or have it asked in plain HTTP.",
            "Remove `insecure = true`. Behind a proxy that breaks TLS open, trust its certificate in" + " `certs.d`.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        InsecurePlaces.of(entry, scene).forEach(place -> {
            if (place.host().known().isPresent()) {
                told.add(
                        RULE,
                        place.origin(),
                        place.subject(),
                        Toml.shown(place.place()) + " is insecure, though " + place.host()
                                + " is a public registry with a valid certificate",
                        "remove insecure");
            }
        });
    }
}
