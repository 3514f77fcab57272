package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One snapshot of everything that says what a name means. Immutable: any number of threads read it without a lock.
///
/// @param mode the short-name mode, if any file (or the caller) sets one
/// @param searchRegistries `unqualified-search-registries` of the last file that sets it, in order, not de-duplicated
/// @param credentialHelpers `credential-helpers` of the last file that sets it, in order
/// @param aliases the definition that counts, by short name; erased ones are in it, with no target
/// @param shadowedAliases for a short name defined more than once, the definitions that do not count, in reading order;
///     those that are [refused][ProtectedName#refused()] are not among them
/// @param registries one entry a prefix, in reading order
/// @param files the files that were read, in order
/// @param layers whose the files are, and what is protected
/// @param warnings what is likely a mistake though the configuration can be used
public record RegistriesConfiguration(
        Optional<Sourced<ShortNameMode>> mode,
        SearchRegistries searchRegistries,
        List<Sourced<String>> credentialHelpers,
        Map<String, AliasDefinition> aliases,
        Map<String, List<AliasDefinition>> shadowedAliases,
        List<RegistryEntry> registries,
        List<Path> files,
        Layers layers,
        List<Finding> warnings) {

    /// The search list, and where it was written even if it is empty there.
    ///
    /// @param origin the line of `unqualified-search-registries`; none if no file has it
    /// @param shadows the lists that this one replaces, in reading order
    public record SearchRegistries(List<Sourced<String>> registries, Optional<Origin> origin, List<Origin> shadows) {
        public static final SearchRegistries NONE = new SearchRegistries(List.of(), Optional.empty(), List.of());

        public SearchRegistries {
            registries = List.copyOf(registries);
            requireNonNull(origin);
            shadows = List.copyOf(shadows);
        }
    }

    /// What holds where no file was found.
    public static final RegistriesConfiguration EMPTY = new RegistriesConfiguration(
            Optional.empty(),
            SearchRegistries.NONE,
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Layers.NONE,
            List.of());

    public RegistriesConfiguration {
        requireNonNull(mode);
        requireNonNull(searchRegistries);
        credentialHelpers = List.copyOf(credentialHelpers);
        aliases = Map.copyOf(aliases);
        shadowedAliases = Map.copyOf(shadowedAliases);
        registries = List.copyOf(registries);
        files = List.copyOf(files);
        requireNonNull(layers);
        warnings = List.copyOf(warnings);
    }

    /// The definition that counts for a short name's path: an alias, or an erasure, or none.
    public Optional<AliasDefinition> alias(String path) {
        @Nullable AliasDefinition definition = aliases.get(path);
        return Optional.ofNullable(definition);
    }

    /// The mode in force: [ShortNameMode#PERMISSIVE] where none is set.
    public ShortNameMode effectiveMode() {
        return mode.map(Sourced::value).orElse(ShortNameMode.PERMISSIVE);
    }
}
