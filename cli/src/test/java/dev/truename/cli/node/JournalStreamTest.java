package dev.truename.cli.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalStreamTest {
    @Test
    void isStandardErrorWhereTheNumbersAreItsOwn() throws IOException {
        Path errors = Path.of("/proc/self/fd/2");
        String numbers = Files.getAttribute(errors, "unix:dev") + ":" + Files.getAttribute(errors, "unix:ino");
        assertTrue(JournalStream.isStandardError(Map.of("JOURNAL_STREAM", numbers)));
        assertFalse(JournalStream.isStandardError(Map.of("JOURNAL_STREAM", numbers + "0")), "inherited");
        assertFalse(JournalStream.isStandardError(Map.of("JOURNAL_STREAM", "")));
        assertFalse(JournalStream.isStandardError(Map.of()));
    }
}
