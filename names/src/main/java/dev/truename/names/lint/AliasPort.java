package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A registry on a port of its own.
final class AliasPort implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "port",
            Level.WARNING,
            "An alias means a registry on a port of its own.",
            "Public registries have none. A port means somebody's own server, often without a valid"
                    + " certificate, and closed by firewalls.",
            "Write a registry without a port, or accept the line if the server is yours.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        if (scene.host(target.host()).hasOddPort()) {
            told.add(RULE, alias, ", on a port of its own", "write a registry without a port");
        }
    }
}
