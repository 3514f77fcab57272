package dev.truename.cri;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Configurations for tests, read as the product reads them.
public final class Configured {
    private Configured() {}

    /// @param folder where its `registries.conf` is written to
    public static NodeSnapshot by(Path folder, String toml) {
        try {
            Path file = Files.writeString(folder.resolve("registries.conf"), toml);
            Path none = folder.resolve("none");
            HostEnvironment host = new HostEnvironment(Map.of(), folder, 1000, none, none, none);
            ConfigurationChoices choices = new ConfigurationChoices(
                    Generation.CURRENT,
                    Optional.of(file),
                    Optional.of(none),
                    Optional.of(folder.resolve("aliases.conf")),
                    Optional.empty());
            return NodeSnapshot.of("test", ConfigurationLoader.load(ConfigurationSources.of(host, choices)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
