package dev.truename.names.lint;

import dev.truename.names.config.Mirror;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;
import java.util.HashSet;
import java.util.Set;

/// A mirror that adds nothing.
final class UselessMirror implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "useless-mirror",
            Level.WARNING,
            "A mirror is the source itself, or stands there twice.",
            "A pull that fails there is tried once more at the same place, and takes twice as long to fail.",
            "Remove the mirror.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        Set<String> before = new HashSet<>();
        before.add((entry.location().isEmpty() ? entry.prefix() : entry.location()) + " all");
        for (Mirror mirror : entry.mirrors()) {
            String mirrored = mirror.location() + " " + mirror.pullFrom().word();
            boolean blockedSource = entry.blocked().value() && mirror.location().equals(entry.location());
            if (!blockedSource && (before.contains(mirror.location() + " all") || !before.add(mirrored))) {
                told.add(
                        RULE,
                        mirror.origin(),
                        entry.prefix() + " " + mirror.location(),
                        "the mirror " + Toml.shown(mirror.location()) + " is asked anyway",
                        "remove it");
            }
        }
    }
}
