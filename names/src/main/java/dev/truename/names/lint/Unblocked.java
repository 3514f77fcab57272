package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// A table that takes a block away.
final class Unblocked implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "unblocked",
            Level.WARNING,
            "A later file replaces a table that blocks by one that does not.",
            "Tables are not put together: of one prefix the later one counts whole. Whoever wrote the block"
                    + " believes that it holds.",
            "Write `blocked = true` into the later table, or remove the earlier one.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Replacement replacement : scene.replacements()) {
            RegistryEntry later = replacement.later();
            if (replacement.earlier().blocked().value() && !later.blocked().value()) {
                told.add(
                        RULE,
                        later.origin(),
                        later.prefix(),
                        Toml.shown(later.prefix()) + " is no longer blocked from here on; "
                                + replacement.earlier().blocked().origin() + " blocks it",
                        "write blocked = true here, too, or remove one of the two");
            }
        }
    }
}
