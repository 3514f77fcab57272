package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.audit.AuditClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/audit.md tells every verdict as the program does, in its order.
class AuditDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "audit.md");

    @Test
    void theVerdictsAreThoseOfTheProgram() throws IOException {
        List<String> told = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `") && !line.startsWith("| `--"))
                .toList();
        assertEquals(Stream.of(AuditClass.values()).map(AuditDocumentTest::row).toList(), told);
    }

    private static String row(AuditClass kind) {
        String advice = kind.advice().isEmpty() ? "" : " " + kind.advice();
        return "| `" + kind.word() + "` | " + kind.severity().word() + " | " + kind.meaning() + " |" + advice + " |";
    }
}
