package dev.truename.names.lookaside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Qualified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LookasidesFuzzTest {
    private static final Qualified IMAGE = Qualified.parse("a.b.io:5000/c/d:1");

    /// Any bytes say where signatures are, always the same, or are refused in plain lines.
    @FuzzTest(maxDuration = "10s")
    void file(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("registries.d");
        Path file = Files.write(folder.resolve("a.yaml"), bytes);
        try {
            assertEquals(
                    Lookasides.read(folder).of(IMAGE), Lookasides.read(folder).of(IMAGE));
        } catch (ConfigurationException refused) {
            refused.errors()
                    .forEach(error ->
                            assertTrue(error.message().codePoints().allMatch(Printable::isPrintable), error.message()));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
