package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A namespace where a repository has to be.
final class NamespaceAsRepository implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "namespace-as-repository",
            Level.ERROR,
            "An alias means a namespace, in which there are repositories, and no repository.",
            "The registry has no such repository, and cannot have one: paths have more parts there. The name"
                    + " cannot be pulled.",
            "Write one line for each repository in the namespace, or remove it.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        int parts = PathParts.count(target.path());
        scene.host(target.host())
                .known()
                .filter(registry -> parts < registry.components())
                .ifPresent(registry -> told.add(
                        RULE,
                        alias,
                        ", but repositories of " + target.host() + " have " + registry.components()
                                + " parts or more in their paths",
                        "write a repository in " + target + "/, or remove it"));
    }
}
