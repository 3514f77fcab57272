package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one file says; null is what it says nothing about.
///
/// @param version1 whether it is in version 1 of the format
/// @param registries at most one a prefix
record RegistriesFile(
        Path path,
        boolean version1,
        @Nullable Sourced<ShortNameMode> mode,
        @Nullable SearchRegistries search,
        @Nullable List<Sourced<String>> credentialHelpers,
        List<RegistryEntry> registries,
        List<AliasDefinition> aliases) {}
