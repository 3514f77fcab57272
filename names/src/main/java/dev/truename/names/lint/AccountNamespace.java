package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.Registration;
import dev.truename.names.known.Vendors;
import dev.truename.names.reference.Repository;

/// A namespace that is one account's.
final class AccountNamespace implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "account-namespace",
            Level.NOTE,
            "An alias means a namespace of an account at a cloud provider.",
            "The path tells neither who has the account nor that they still have it.",
            "See whose account it is.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        scene.host(target.host())
                .known()
                .filter(registry -> registry.registration() == Registration.ACCOUNT && !registry.isAccountsOwn())
                .filter(registry -> Vendors.ALL.stream().noneMatch(vendor -> vendor.owns(target)))
                .ifPresent(registry -> told.add(
                        RULE,
                        alias,
                        ", in a namespace of some account at " + registry.owner(),
                        "see whose account it is"));
    }
}
