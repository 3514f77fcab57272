package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/// What must hold of the findings in any file.
final class FuzzedFindings {
    private FuzzedFindings() {}

    static void check(Findings findings, byte[] bytes) {
        long lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        try {
            findings.throwErrors();
            check(findings.warnings(), lines);
        } catch (ConfigurationException e) {
            check(e.errors(), lines);
            check(e.warnings(), lines);
        }
    }

    private static void check(List<Finding> findings, long lines) {
        for (Finding finding : findings) {
            assertTrue(finding.line() >= 1 && finding.line() <= lines, finding.toString());
            assertTrue(finding.toString().codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL));
        }
    }
}
