package dev.truename.names.lint;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Finding;
import dev.truename.names.config.Finding.Severity;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of whoever reads the configuration ([Rule]), as lint tells them.
final class ReaderRules {
    private static final Map<String, LintRule> BY_ID = new LinkedHashMap<>();

    static {
        for (Rule rule : Rule.values()) {
            BY_ID.put(rule.id(), of(rule));
        }
    }

    private ReaderRules() {}

    private static LintRule of(Rule rule) {
        boolean error = rule.severity() == Severity.ERROR;
        return new LintRule(
                rule.id(),
                error ? Level.ERROR : Level.WARNING,
                rule.meaning(),
                error
                        ? "With an error in any file nothing is resolved: what mirrors and `blocked` say could not be"
                                + " known."
                        : "What is written is not what happens.",
                "Do as the finding says; `docs/configuration.md` has all rules of this kind.");
    }

    static List<LintRule> all() {
        return Collections.unmodifiableList(new ArrayList<>(BY_ID.values()));
    }

    static LintFinding finding(Finding found) {
        return new LintFinding(
                requireNonNull(BY_ID.get(found.rule())),
                new Origin(found.file(), found.line()),
                found.message(),
                found.message(),
                found.fix(),
                Optional.empty());
    }

    /// Whether a comment may let findings of a rule be: nothing makes an error in a file's text none.
    static boolean isAllowable(LintRule rule) {
        return rule.level() != Level.ERROR || !BY_ID.containsKey(rule.id());
    }
}
