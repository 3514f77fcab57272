package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// A table that does not count.
final class ReplacedRegistry implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "replaced-registry",
            Level.NOTE,
            "A later file replaces a `[[registry]]` table.",
            "Tables are not put together: mirrors and settings of the earlier one do not count, though its"
                    + " file looks as if they did.",
            "Remove the table that is not to count, or write everything into the later one.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Replacement replacement : scene.replacements()) {
            RegistryEntry later = replacement.later();
            boolean unblocks =
                    replacement.earlier().blocked().value() && !later.blocked().value();
            if (!unblocks) {
                told.add(
                        RULE,
                        later.origin(),
                        later.prefix(),
                        "the table of " + Toml.shown(later.prefix()) + " replaces the one at "
                                + replacement.earlier().origin(),
                        "remove one of the two");
            }
        }
    }
}
