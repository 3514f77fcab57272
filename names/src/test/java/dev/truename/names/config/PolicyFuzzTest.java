package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;

class PolicyFuzzTest {
    private static final Path FILE = Path.of("fuzzed.conf");

    /// Any bytes give a policy or findings, each with a line that the file has; and whatever the policy is, any file
    /// belongs to somebody.
    @FuzzTest(maxDuration = "10s")
    void policy(byte[] bytes) {
        Findings findings = new Findings();
        Policy policy = PolicyReader.read(FILE, Toml.read(bytes), findings);
        FuzzedFindings.check(findings, bytes);
        FileLayers layers = new FileLayers(
                policy, new ConfigurationSources.Layering(List.of(), false, Path.of("/usr/share"), Path.of("/etc")));
        for (Path file : List.of(FILE, Path.of("/"), Path.of("/etc/containers/registries.conf.d/a.conf"))) {
            FileLayers.Membership membership = layers.of(file);
            assertTrue(membership.rule() == null || membership.rule().owner() == membership.owner());
            membership.protection("ubi9");
        }
    }
}
