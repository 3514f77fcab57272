package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleTest {
    @Test
    void everyRuleIsInTheManualAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/configuration.md")).stream()
                .filter(line ->
                        line.startsWith("| `") && (line.contains("` | error |") || line.contains("` | warning |")))
                .toList();
        List<String> expected = Arrays.stream(Rule.values())
                .map(rule -> "| `" + rule.id() + "` | " + rule.severity().name().toLowerCase(Locale.ROOT) + " | "
                        + rule.meaning() + " |")
                .toList();
        assertEquals(expected.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertTrue(rows.get(i).startsWith(expected.get(i)), expected.get(i));
        }
    }

    @Test
    void identifiersAreUnique() {
        assertEquals(
                Rule.values().length,
                Arrays.stream(Rule.values()).map(Rule::id).distinct().count());
    }
}
