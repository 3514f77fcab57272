package dev.truename.names.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TomlFuzzTest {
    /// Any bytes are a document or mistakes with a line that the document has, and reading again gives the same.
    @FuzzTest(maxDuration = "10s")
    void document(byte[] bytes) {
        Toml.Result result = Toml.read(bytes);
        long lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        for (Toml.Mistake mistake : result.errors()) {
            assertTrue(mistake.line() >= 1 && mistake.line() <= lines && mistake.column() >= 1, mistake.toString());
        }
        assertEquals(Shown.of(result.root()), Shown.of(Toml.read(bytes).root()));
    }
}
