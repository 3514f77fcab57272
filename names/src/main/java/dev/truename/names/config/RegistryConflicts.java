package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the registries of one file against each other.
final class RegistryConflicts {
    private final Report report;

    RegistryConflicts(Report report) {
        this.report = report;
    }

    /// The entries without those whose prefix was there before: within one file the first one counts.
    List<RegistryEntry> resolve(List<RegistryEntry> entries) {
        if (entries.size() < 2) {
            return entries;
        }
        Map<String, RegistryEntry> byLocation = new HashMap<>();
        Map<String, RegistryEntry> byPrefix = new LinkedHashMap<>();
        for (RegistryEntry entry : entries) {
            String place = entry.location().isEmpty() ? entry.prefix() : entry.location();
            @Nullable RegistryEntry samePlace = byLocation.putIfAbsent(place, entry);
            boolean conflict = samePlace != null && isConflict(place, samePlace, entry);
            @Nullable RegistryEntry samePrefix = byPrefix.putIfAbsent(entry.prefix(), entry);
            if (samePrefix != null && !conflict) {
                warn(samePrefix, entry);
            }
        }
        return new ArrayList<>(byPrefix.values());
    }

    private boolean isConflict(String place, RegistryEntry first, RegistryEntry second) {
        boolean blocked = !first.blocked().value().equals(second.blocked().value());
        boolean insecure = !first.insecure().value().equals(second.insecure().value());
        if (blocked) {
            conflict("blocked", place, first.blocked(), second.blocked());
        }
        if (insecure) {
            conflict("insecure", place, first.insecure(), second.insecure());
        }
        return blocked || insecure;
    }

    private void conflict(String key, String place, Sourced<Boolean> first, Sourced<Boolean> second) {
        report.add(
                Rule.REGISTRY_CONFLICT,
                second.origin().line(),
                key + " is " + second.value() + " for " + Toml.shown(place) + " here, and " + first.value()
                        + " for the same location on line " + first.origin().line(),
                "make them equal");
    }

    private void warn(RegistryEntry first, RegistryEntry second) {
        int line = second.origin().line();
        String there = " has a [[registry]] on line " + first.origin().line() + " already, which counts";
        if (second.blocked().value() && !first.blocked().value()) {
            report.add(
                    Rule.DUPLICATE_PREFIX_BLOCKED,
                    line,
                    Toml.shown(second.prefix()) + there + ": it is NOT blocked, though this table says so",
                    "write blocked = true into the first table, and remove this one");
        } else {
            report.add(Rule.DUPLICATE_PREFIX, line, Toml.shown(second.prefix()) + there, "remove one of the two");
        }
    }
}
