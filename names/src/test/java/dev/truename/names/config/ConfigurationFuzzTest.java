package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ConfigurationFuzzTest {
    private static final FileLayers NO_LAYERS = new FileLayers(
            Policy.NONE, new ConfigurationSources.Layering(List.of(), false, Path.of("/usr/share"), Path.of("/etc")));

    private static final Path FILE = Path.of("fuzzed.conf");

    /// Any bytes give a configuration or findings, each with a line that the file has.
    @FuzzTest(maxDuration = "10s")
    void registriesConf(byte[] bytes) {
        Findings findings = new Findings();
        RegistriesFileReader reader = new RegistriesFileReader(findings);
        for (RegistriesFileReader.V1 v1 : RegistriesFileReader.V1.values()) {
            RegistriesFile file = reader.read(FILE, Toml.read(bytes), v1);
            ConfigurationMerger merger = new ConfigurationMerger(NO_LAYERS, findings);
            merger.add(file);
            assertEquals(
                    List.of(FILE),
                    merger.configuration(Optional.empty(), List.of()).files());
        }
        FuzzedFindings.check(findings, bytes);
    }
}
