package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.toml.Toml;

/// A place to fetch from that is blocked.
final class BlockedSource implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "blocked-source",
            Level.WARNING,
            "A location or mirror is itself blocked by another table.",
            "It is never asked. If nothing else is there to ask, nothing below the prefix can be pulled.",
            "Remove the location or mirror, or lift the block.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        Places.anyIn(entry.prefix()).ifPresent(name -> {
            PullPlan plan = scene.plan(name);
            if (plan.entry().filter(entry::equals).isPresent()) {
                plan.unused().stream()
                        .filter(source -> source.reason() == UnusedSource.Reason.BLOCKED_LOCATION)
                        .forEach(source -> tell(entry, source, plan, told));
            }
        });
    }

    private static void tell(RegistryEntry entry, UnusedSource source, PullPlan plan, Told told) {
        told.add(
                RULE,
                entry.origin(),
                entry.prefix() + " " + source.location(),
                "names below " + Toml.shown(entry.prefix()) + " are "
                        + (source.mirror() ? "mirrored in" : "served from") + " a place that is blocked ("
                        + source.because() + "), as in " + Toml.shown(source.location())
                        + (plan.blocked() ? ": nothing can be pulled" : ""),
                "remove it, or lift the block");
    }
}
