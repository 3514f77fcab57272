package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// An exception from a block.
final class HoleInBlock implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "hole-in-block",
            Level.NOTE,
            "A table below a blocked prefix does not block.",
            "The longest prefix counts alone: what is below it can be pulled, whatever the shorter one says."
                    + " As an exception that is right; as an oversight it is a hole.",
            "Write `blocked = true` into this table, too, unless it is meant as an exception.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        if (entry.blocked().value()) {
            return;
        }
        for (RegistryEntry above : Places.above(entry.prefix(), scene)) {
            if (above.blocked().value()) {
                told.add(
                        RULE,
                        entry.origin(),
                        entry.prefix(),
                        Toml.shown(entry.prefix()) + " is not blocked, though " + Toml.shown(above.prefix())
                                + " above it is (" + above.blocked().origin() + ")",
                        "nothing, if it is an exception");
                return;
            }
        }
    }
}
