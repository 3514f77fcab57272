package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what is found. Of one rule a file cannot fill it without end.
final class Told {
    /// Of one rule in one file; more are not told.
    static final int MOST = 2000;

    private record Key(String rule, Path file) {}

    private final List<LintFinding> findings = new ArrayList<>();
    private final Map<Key, Integer> counts = new HashMap<>();

    List<LintFinding> findings() {
        return findings;
    }

    void add(LintRule rule, Origin origin, String subject, String message, String fix) {
        int count = counts.merge(new Key(rule.id(), origin.file()), 1, Integer::sum);
        if (count <= MOST) {
            findings.add(new LintFinding(rule, origin, subject, message, fix, Optional.empty()));
        } else if (count == MOST + 1) {
            String more = "there are more of these from here on";
            findings.add(new LintFinding(rule, origin, "more", more, "mend those above first", Optional.empty()));
        }
    }

    /// A finding about an alias, which starts by saying what it means.
    ///
    /// @param what goes on behind the meaning
    void add(LintRule rule, AliasDefinition alias, String what, String fix) {
        add(rule, alias.origin(), alias.key(), says(alias) + what, fix);
    }

    /// `"key" means target`.
    static String says(AliasDefinition alias) {
        String meaning = alias.target().map(Repository::toString).orElse("nothing");
        return Toml.shown(alias.key()) + " means " + meaning;
    }
}
