package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two tables that contradict each other.
final class Contradiction implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "contradiction",
            Level.WARNING,
            "One registry is written in two ways, or in two files, with different `blocked` or `insecure`.",
            "Which of the two counts depends on how somebody writes the registry in a name: what is blocked"
                    + " under one spelling is pulled under the other.",
            "Make the settings equal, or keep one table.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        Map<String, RegistryEntry> byPrefix = new HashMap<>();
        Map<String, RegistryEntry> byLocation = new HashMap<>();
        for (RegistryEntry entry : scene.merged().registries()) {
            @Nullable RegistryEntry samePrefix = byPrefix.putIfAbsent(Places.canonical(entry.prefix(), scene), entry);
            @Nullable RegistryEntry sameLocation = byLocation.putIfAbsent(Places.canonical(place(entry), scene), entry);
            if (samePrefix != null) {
                tell(entry, entry.prefix(), samePrefix, samePrefix.prefix(), told);
            } else if (sameLocation != null && !isReaders(entry, sameLocation)) {
                tell(entry, place(entry), sameLocation, place(sameLocation), told);
            }
        }
    }

    private static String place(RegistryEntry entry) {
        return entry.location().isEmpty() ? entry.prefix() : entry.location();
    }

    /// Whether whoever reads the file tells it.
    private static boolean isReaders(RegistryEntry entry, RegistryEntry other) {
        return entry.origin().file().equals(other.origin().file())
                && place(entry).equals(place(other));
    }

    private static void tell(RegistryEntry entry, String place, RegistryEntry other, String otherPlace, Told told) {
        boolean blocked = entry.blocked().value();
        boolean insecure = entry.insecure().value();
        String what = blocked != other.blocked().value()
                ? "blocked = " + blocked
                : insecure != other.insecure().value() ? "insecure = " + insecure : "";
        if (!what.isEmpty()) {
            told.add(
                    RULE,
                    entry.origin(),
                    entry.prefix(),
                    what + " for " + Toml.shown(place) + ", but not for " + Toml.shown(otherPlace) + " ("
                            + other.origin() + "), which is the same",
                    "make them equal");
        }
    }
}
