package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A registry without a name.
final class IpAddress implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "ip-address",
            Level.WARNING,
            "An alias means a registry by its address.",
            "An address belongs to whoever gets it next. No certificate is checked against a name, and in"
                    + " another network it is another machine.",
            "Give the registry a host name.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        if (scene.host(target.host()).isAddress()) {
            told.add(RULE, alias, ", an address without a name", "write a host name");
        }
    }
}
