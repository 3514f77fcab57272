package dev.truename.names.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import java.io.ByteArrayOutputStream;

/// What fuzz tests of files of ours share.
final class Fuzzed {
    private Fuzzed() {}

    /// The good text with some bytes of it, where and how many is said by the first three, replaced by the rest.
    static byte[] changed(byte[] good, byte[] change) {
        if (change.length < 3) {
            return good;
        }
        int from = (((change[0] & 0xff) << 8) | (change[1] & 0xff)) % good.length;
        int to = Math.min(good.length, from + (change[2] & 0xff));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, from);
        out.write(change, 3, change.length - 3);
        out.write(good, to, good.length - to);
        return out.toByteArray();
    }

    static void check(ConfigurationException e, byte[] bytes) {
        long lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        for (Finding finding : e.errors()) {
            assertTrue(finding.line() >= 1 && finding.line() <= lines, finding.toString());
            assertTrue(finding.toString().codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL));
        }
    }
}
