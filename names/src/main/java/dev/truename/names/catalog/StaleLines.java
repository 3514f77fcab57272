package dev.truename.names.catalog;

import dev.truename.names.config.Finding;
import dev.truename.names.config.Finding.Severity;
import dev.truename.names.config.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds lines of the rules that decided nothing: likely left over.
///
/// @param used the origins of those that did
record StaleLines(CatalogueRules rules, Collection<Origin> used) {
    List<Finding> find() {
        List<Finding> stale = new ArrayList<>();
        for (Namespace namespace : rules.namespaces().values()) {
            add(namespace.origin(), "[namespaces] " + namespace.name(), "no source has it", stale);
        }
        add(RuleSection.REFUSED_NAMESPACES, "no source has it", stale);
        add(RuleSection.END_OF_LIFE, "no source has such an entry", stale);
        add(RuleSection.METADATA, "no source has such an entry", stale);
        add(RuleSection.RENAMES, "no source says so", stale);
        add(RuleSection.DECISIONS, "there is no such conflict", stale);
        stale.sort(Comparator.comparingInt(Finding::line));
        return stale;
    }

    private void add(RuleSection section, String why, List<Finding> stale) {
        for (RuleLine line : rules.all(section)) {
            add(line.origin(), "[" + section.title() + "] " + line.key(), why, stale);
        }
    }

    private void add(Origin origin, String what, String why, List<Finding> stale) {
        if (!used.contains(origin)) {
            stale.add(new Finding(
                    Severity.WARNING,
                    origin.file(),
                    origin.line(),
                    "stale-line",
                    what + " decides nothing: " + why,
                    "remove the line, or correct it"));
        }
    }
}
