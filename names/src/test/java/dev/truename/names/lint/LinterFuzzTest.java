package dev.truename.names.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.config.Generation;
import java.nio.file.Path;
import java.util.List;

class LinterFuzzTest {
    /// Any bytes give findings, each on a line that the file has, or on the file.
    @FuzzTest(maxDuration = "10s")
    void files(byte[] bytes) {
        long lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        for (Generation generation : Generation.values()) {
            LintFile file = LintFile.parse(Path.of("fuzzed.conf"), bytes, generation);
            for (LintFinding finding : Linter.lint(List.of(file, file))) {
                assertTrue(finding.origin().line() <= lines, finding::toString);
                assertTrue(finding.toString().codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL));
            }
        }
    }
}
