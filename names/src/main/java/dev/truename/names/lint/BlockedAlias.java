package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.reference.Repository;

/// A name that leads to what is blocked.
final class BlockedAlias implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "blocked-alias",
            Level.WARNING,
            "An alias means a repository that may not be pulled.",
            "The name fails wherever it is used, and it does so although somebody gave it a meaning.",
            "Let the name mean a repository that is allowed, or lift the block.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        PullPlan plan = scene.plan(target);
        if (plan.blocked()) {
            told.add(RULE, alias, ", which is blocked" + Plans.because(plan), "write what is allowed");
        }
    }
}
