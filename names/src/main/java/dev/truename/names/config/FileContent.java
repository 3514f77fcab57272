package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One registries.conf, drop-in or alias file by itself, for who looks for mistakes: what can be read of it is there in
/// spite of those that there are.
///
/// @param version1 whether it is in version 1 of the format
/// @param search none if the file says nothing of it
/// @param registries at most one a prefix
/// @param aliases in the order of the file; erasures are in it, with no target
/// @param findings errors first
public record FileContent(
        Path path,
        boolean version1,
        Optional<Sourced<ShortNameMode>> mode,
        Optional<SearchRegistries> search,
        List<RegistryEntry> registries,
        List<AliasDefinition> aliases,
        List<Finding> findings) {
    public FileContent {
        requireNonNull(path);
        requireNonNull(mode);
        requireNonNull(search);
        registries = List.copyOf(registries);
        aliases = List.copyOf(aliases);
        findings = List.copyOf(findings);
    }

    /// Never fails, whatever is in the text.
    ///
    /// @param path where the text is from, for origins; not opened
    /// @param generation [Generation#LEGACY] takes version 1 as what it means
    public static FileContent parse(Path path, byte[] text, Generation generation) {
        Findings findings = new Findings();
        V1 v1 = generation == Generation.LEGACY ? V1.CONVERTED : V1.REFUSED;
        RegistriesFile file = new RegistriesFileReader(findings).read(path, Toml.read(text), v1);
        return new FileContent(
                path,
                file.version1(),
                Optional.ofNullable(file.mode()),
                Optional.ofNullable(file.search()),
                file.registries(),
                file.aliases(),
                findings.all());
    }
}
