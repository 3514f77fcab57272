package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;
import java.util.Set;

/// A registry for what is not done yet.
final class StagingHost implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "staging-host",
            Level.WARNING,
            "An alias means a registry for staging, tests or development.",
            "What is there is overwritten and deleted at will, is often open to many, and is not what a"
                    + " product was released as.",
            "Write the registry of released images.");

    private static final Set<String> WORDS = Set.of(
            "dev",
            "devel",
            "develop",
            "development",
            "stg",
            "stage",
            "staging",
            "test",
            "testing",
            "tst",
            "qa",
            "uat",
            "sandbox",
            "preprod",
            "nightly",
            "snapshot",
            "ci",
            "bastion",
            "demo",
            "poc");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        HostName host = scene.host(target.host());
        host.words().stream()
                .filter(WORDS::contains)
                .findFirst()
                .ifPresent(word -> told.add(
                        RULE, alias, ", whose host has \"" + word + "\" in its name", "write where releases are"));
    }
}
