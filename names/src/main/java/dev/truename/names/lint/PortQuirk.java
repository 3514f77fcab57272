package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;
import java.util.Optional;

/// A table that counts for other ports, too.
final class PortQuirk implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "port-quirk",
            Level.WARNING,
            "A table for a host counts for every port of that host, too.",
            "The prefix `example.com` matches `example.com:5000/...`, and the port is carried over to the"
                    + " location and to mirrors: `insecure` and rewrites reach another server on the same machine.",
            "Write a table of its own for the host with the port, or the port into the prefix.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        if (entry.prefix().indexOf('/') >= 0
                || entry.prefix().startsWith("*.")
                || scene.host(entry.prefix()).hasPort()) {
            return;
        }
        Optional<HostUse> use = scene.withPort(entry.prefix());
        if (use.isPresent()) {
            told.add(
                    RULE,
                    entry.origin(),
                    entry.prefix(),
                    "the table of " + Toml.shown(entry.prefix()) + " counts for "
                            + use.get().host() + ", too (" + use.get().origin() + ")",
                    "write a table for " + use.get().host());
        } else if (entry.insecure().value()) {
            told.add(
                    RULE,
                    entry.insecure().origin(),
                    entry.prefix(),
                    "insecure = true for " + Toml.shown(entry.prefix()) + " counts for all of its ports, too",
                    "write the port into the prefix if one is meant");
        }
    }
}
