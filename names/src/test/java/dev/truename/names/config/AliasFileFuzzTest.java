package dev.truename.names.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;

class AliasFileFuzzTest {
    /// Any bytes give aliases or findings, each with a line that the file has.
    @FuzzTest(maxDuration = "10s")
    void aliasFile(byte[] bytes) {
        Findings findings = new Findings();
        AliasFileReader.read(Path.of("fuzzed.conf"), Toml.read(bytes), findings);
        FuzzedFindings.check(findings, bytes);
    }
}
