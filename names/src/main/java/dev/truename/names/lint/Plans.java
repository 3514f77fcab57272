package dev.truename.names.lint;

import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.UnusedSource;

/// What a plan says in words.
final class Plans {
    private Plans() {}

    /// The line that blocks, in parentheses.
    static String because(PullPlan plan) {
        return plan.unused().stream()
                .filter(source -> !source.mirror())
                .findFirst()
                .map(UnusedSource::because)
                .map(origin -> " (" + origin + ")")
                .orElse("");
    }
}
