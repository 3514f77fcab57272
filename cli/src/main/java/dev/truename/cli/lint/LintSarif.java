package dev.truename.cli.lint;

import dev.truename.cli.sarif.SarifLevel;
import dev.truename.cli.sarif.SarifLog;
import dev.truename.cli.sarif.SarifPlace;
import dev.truename.cli.sarif.SarifResult;
import dev.truename.cli.sarif.SarifRule;
import dev.truename.names.lint.Level;
import dev.truename.names.lint.LintFinding;
import dev.truename.names.lint.LintRule;
import dev.truename.names.lint.Linter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Findings for code hosts and editors.
final class LintSarif {
    private LintSarif() {}

    /// @param root the checkout that files are named relative to
    static String of(LintReport report, Path root) {
        List<SarifRule> rules = Linter.rules().stream().map(LintSarif::rule).toList();
        List<SarifResult> results =
                report.toldOrAccepted().stream().map(LintSarif::result).toList();
        return SarifLog.of(rules, results, root);
    }

    private static SarifRule rule(LintRule rule) {
        return new SarifRule(rule.id(), level(rule.level()), rule.title(), rule.why(), rule.fix());
    }

    private static SarifResult result(LintFinding finding) {
        return new SarifResult(
                finding.rule().id(),
                level(finding.rule().level()),
                finding.message(),
                finding.fix(),
                Optional.of(new SarifPlace.InFile(
                        finding.origin().file(), finding.origin().line())),
                finding.subject(),
                finding.accepted());
    }

    private static SarifLevel level(Level level) {
        return switch (level) {
            case ERROR -> SarifLevel.ERROR;
            case WARNING -> SarifLevel.WARNING;
            case NOTE -> SarifLevel.NOTE;
        };
    }
}
