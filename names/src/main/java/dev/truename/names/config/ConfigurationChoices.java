package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/// What the caller wants instead of what the environment and the default paths say.
///
/// @param registriesConf the main file; must exist
/// @param registriesConfDir the only drop-in folder
/// @param aliasFile the machine-written alias file
/// @param mode beats the mode of all files
/// @param policy what to read instead of the system's policy; must exist
public record ConfigurationChoices(
        Generation generation,
        Optional<Path> registriesConf,
        Optional<Path> registriesConfDir,
        Optional<Path> aliasFile,
        Optional<ShortNameMode> mode,
        Optional<Path> policy) {
    /// No choice made, current generation.
    public static final ConfigurationChoices NONE = new ConfigurationChoices(
            Generation.CURRENT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ConfigurationChoices {
        requireNonNull(generation);
        requireNonNull(registriesConf);
        requireNonNull(registriesConfDir);
        requireNonNull(aliasFile);
        requireNonNull(mode);
        requireNonNull(policy);
    }

    /// With the system's policy.
    public ConfigurationChoices(
            Generation generation,
            Optional<Path> registriesConf,
            Optional<Path> registriesConfDir,
            Optional<Path> aliasFile,
            Optional<ShortNameMode> mode) {
        this(generation, registriesConf, registriesConfDir, aliasFile, mode, Optional.empty());
    }

    /// The same with another policy.
    public ConfigurationChoices withPolicy(Path file) {
        return new ConfigurationChoices(
                generation, registriesConf, registriesConfDir, aliasFile, mode, Optional.of(file));
    }
}
