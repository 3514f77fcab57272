package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one file says; null is what it says nothing about.
///
/// @param registries at most one a prefix
record RegistriesFile(
        Path path,
        @Nullable Sourced<ShortNameMode> mode,
        @Nullable SearchRegistries search,
        @Nullable List<Sourced<String>> credentialHelpers,
        List<RegistryEntry> registries,
        List<AliasDefinition> aliases) {}
