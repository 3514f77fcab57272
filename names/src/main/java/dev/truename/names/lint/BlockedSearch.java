package dev.truename.names.lint;

import dev.truename.names.config.Sourced;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.reference.Repository;

/// A search in what is blocked.
final class BlockedSearch implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "blocked-search",
            Level.WARNING,
            "A registry is searched from which nothing may be pulled.",
            "Every short name without an alias gets a candidate that cannot be pulled, and is ambiguous or"
                    + " fails for it.",
            "Take the registry off the search list.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Sourced<String> registry : scene.merged().searchRegistries().registries()) {
            PullPlan plan = scene.plan(new Repository(registry.value(), "any/image"));
            if (plan.blocked()) {
                told.add(
                        RULE,
                        registry.origin(),
                        registry.value(),
                        registry.value() + " is searched, but blocked" + Plans.because(plan),
                        "take it off the list");
            }
        }
    }
}
