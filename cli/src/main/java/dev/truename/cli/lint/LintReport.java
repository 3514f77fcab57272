package dev.truename.cli.lint;

import dev.truename.names.lint.Level;
import dev.truename.names.lint.LintFinding;
import dev.truename.names.lint.LintRule;
import java.util.List;
import java.util.Set;

/// What of the findings is told.
///
/// @param findings of the rules that were asked for
/// @param least what matters less than this is counted, and not told
record LintReport(List<LintFinding> findings, Level least) {
    LintReport {
        findings = List.copyOf(findings);
    }

    /// @param wanted identifiers of rules; all if it is empty
    static LintReport of(List<LintFinding> findings, Set<String> wanted, Set<String> ignored, Level least) {
        List<LintFinding> chosen = findings.stream()
                .filter(finding -> isChosen(finding.rule(), wanted, ignored))
                .toList();
        return new LintReport(chosen, least);
    }

    private static boolean isChosen(LintRule rule, Set<String> wanted, Set<String> ignored) {
        return (wanted.isEmpty() || wanted.contains(rule.id())) && !ignored.contains(rule.id());
    }

    /// What is told, and nobody has accepted.
    List<LintFinding> told() {
        return findings.stream()
                .filter(finding -> finding.isOpen() && finding.rule().level().isAtLeast(least))
                .toList();
    }

    /// What is told, and what somebody has accepted of the same levels.
    List<LintFinding> toldOrAccepted() {
        return findings.stream()
                .filter(finding -> finding.rule().level().isAtLeast(least))
                .toList();
    }

    /// How many there are of a level that nobody has accepted.
    long count(Level level) {
        return findings.stream()
                .filter(finding -> finding.isOpen() && finding.rule().level() == level)
                .count();
    }

    /// How many somebody has accepted.
    long accepted() {
        return findings.stream().filter(finding -> !finding.isOpen()).count();
    }

    /// Whether there is one that matters so much.
    boolean hasAtLeast(Level level) {
        return findings.stream()
                .anyMatch(finding -> finding.isOpen() && finding.rule().level().isAtLeast(level));
    }
}
