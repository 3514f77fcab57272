package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.KnownRegistry;
import dev.truename.names.reference.Repository;

/// A registry that is one account's.
final class AccountRegistry implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "account-registry",
            Level.WARNING,
            "An alias means a registry that belongs to one account at a provider.",
            "The host tells neither who has the account nor that they still have it: names of accounts that"
                    + " were given up can be taken by others.",
            "Write the registry that its owner publishes images in, or accept the line if you know the" + " account.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        scene.host(target.host())
                .known()
                .filter(KnownRegistry::isAccountsOwn)
                .ifPresent(registry -> told.add(
                        RULE,
                        alias,
                        ", in the registry of one account at " + registry.owner(),
                        "see whose account it is"));
    }
}
