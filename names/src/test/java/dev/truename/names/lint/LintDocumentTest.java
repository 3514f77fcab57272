package dev.truename.names.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The list of rules in docs/lint.md is the one that the program has. `-Dtruename.docs.write=true` writes it.
class LintDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "lint.md");
    private static final String START = "<!-- Made from the rules' declarations; do not edit. -->\n";
    private static final String END = "<!-- end of the rules -->\n";

    @Test
    void theRulesAreThoseOfTheDocument() throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        assertTrue(start > START.length() && end >= start, "the document has no place for the rules");
        String wanted = text.substring(0, start) + rules() + text.substring(end);
        if (Boolean.getBoolean("truename.docs.write")) {
            Files.writeString(DOCUMENT, wanted);
            return;
        }
        assertEquals(wanted, text, "docs/lint.md is out of date: run mvn -Dtruename.docs.write=true");
    }

    private static String rules() {
        StringBuilder out = new StringBuilder();
        for (LintRule rule : Linter.ownRules()) {
            out.append("\n### `")
                    .append(rule.id())
                    .append("` (")
                    .append(rule.level().word())
                    .append(")\n\n");
            out.append("**")
                    .append(rule.title())
                    .append("** ")
                    .append(rule.why())
                    .append("\n\n");
            out.append("*Fix:* ").append(rule.fix()).append('\n');
        }
        return out.append('\n').toString();
    }
}
