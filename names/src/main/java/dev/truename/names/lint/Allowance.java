package dev.truename.names.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.config.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A comment that lets a finding be: `# truename: allow RULE REASON`, at the end of the line that is meant or on a line
/// of its own ahead of it.
///
/// @param line the line that is meant
/// @param origin of the comment
/// @param rule the identifier that it names; empty if it names none
/// @param reason empty if it gives none
record Allowance(int line, Origin origin, String rule, String reason) {
    private static final String MARK = "# truename: allow";

    /// All of a file. The text need not be what a configuration has to be.
    static List<Allowance> parse(Path file, byte[] text) {
        List<Allowance> found = new ArrayList<>();
        List<Allowance> ahead = new ArrayList<>();
        int number = 0;
        for (String line : new String(text, UTF_8).split("\n", -1)) {
            number++;
            String content = line.strip();
            int mark = content.indexOf(MARK);
            if (mark >= 0) {
                Allowance allowance = of(content.substring(mark + MARK.length()), new Origin(file, number));
                (mark == 0 ? ahead : found).add(allowance);
            }
            if (!content.isEmpty() && content.charAt(0) != '#') {
                for (Allowance allowance : ahead) {
                    found.add(allowance.at(number));
                }
                ahead.clear();
            }
        }
        found.addAll(ahead);
        return found;
    }

    private static Allowance of(String words, Origin origin) {
        String stripped = words.strip();
        int end = 0;
        while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
            end++;
        }
        return new Allowance(
                origin.line(),
                origin,
                stripped.substring(0, end),
                stripped.substring(end).strip());
    }

    private Allowance at(int meant) {
        return new Allowance(meant, origin, rule, reason);
    }

    boolean isFor(LintFinding finding) {
        return finding.origin().line() == line
                && finding.origin().file().equals(origin.file())
                && finding.rule().id().equals(rule);
    }
}
