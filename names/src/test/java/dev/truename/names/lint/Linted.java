package dev.truename.names.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.config.Generation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs lint on texts. In cases `~` stands for the end of a line, and `^` for the end of a file.
final class Linted {
    private Linted() {}

    static List<LintFinding> lint(String text) {
        return lint(text, Generation.CURRENT);
    }

    static List<LintFinding> lint(String text, Generation generation) {
        List<LintFile> files = new ArrayList<>();
        for (String file : text.split("\\^", -1)) {
            byte[] bytes = file.strip().replace("~", "\n").getBytes(UTF_8);
            files.add(LintFile.parse(Path.of((files.size() + 1) + ".conf"), bytes, generation));
        }
        return Linter.lint(files);
    }

    /// `rule:line` of each finding of the first file, `rule:file:line` of others.
    static String shown(List<LintFinding> findings) {
        return findings.stream().map(Linted::shown).collect(Collectors.joining(" "));
    }

    private static String shown(LintFinding finding) {
        String file = finding.origin().file().toString().replace(".conf", "");
        return finding.rule().id() + ":" + (file.equals("1") ? "" : file + ":")
                + finding.origin().line()
                + (finding.isOpen() ? "" : "=" + finding.accepted().get());
    }
}
