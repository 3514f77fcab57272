package dev.truename.cli.lint;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.lint.Level;
import dev.truename.names.lint.LintFinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Findings for people: file by file, with the reason where a rule is told for the first time.
final class LintText {
    private final Console console;
    private final Set<String> explained = new HashSet<>();

    LintText(Console console) {
        this.console = console;
    }

    /// @param files how many were looked at
    void print(LintReport report, int files) {
        @Nullable Path file = null;
        for (LintFinding finding : report.told()) {
            if (file != null && !finding.origin().file().equals(file)) {
                console.out().line("");
            }
            file = finding.origin().file();
            print(finding);
        }
        if (file != null) {
            console.out().line("");
        }
        console.out().line(summary(report, files));
    }

    private void print(LintFinding finding) {
        Level level = finding.rule().level();
        console.out()
                .line(console.forOut()
                        .add(Style.BOLD, finding.origin() + ": ")
                        .add(style(level), level.word() + ": ")
                        .add(finding.message() + " [" + finding.rule().id() + "]"));
        if (explained.add(finding.rule().id())) {
            console.out()
                    .line(console.forOut()
                            .add("    ")
                            .add(Style.DIM, "why: " + finding.rule().why().replace("`", "")));
        }
        console.out().line("    fix: " + finding.fix());
    }

    private static Style style(Level level) {
        return switch (level) {
            case ERROR -> Style.RED;
            case WARNING -> Style.YELLOW;
            case NOTE -> Style.CYAN;
        };
    }

    private static String summary(LintReport report, int files) {
        List<String> parts = new ArrayList<>();
        boolean hidden = false;
        for (Level level : Level.values()) {
            long count = report.count(level);
            boolean told = level.isAtLeast(report.least());
            if (told || count > 0) {
                parts.add(count(count, level.word()));
            }
            hidden |= !told && count > 0;
        }
        if (report.accepted() > 0) {
            parts.add(report.accepted() + " accepted");
        }
        return String.join(", ", parts) + " in " + count(files, "file")
                + (hidden ? "; see all with --severity note" : "");
    }

    private static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
