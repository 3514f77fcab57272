package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts files over each other in reading order: the later one counts, and what it shadows is kept.
final class ConfigurationMerger {
    private final List<Path> files = new ArrayList<>();
    private final Map<String, RegistryEntry> registries = new LinkedHashMap<>();
    private Map<String, AliasDefinition> aliases = Map.of();
    private final Map<String, List<AliasDefinition>> shadowedAliases = new HashMap<>();
    private @Nullable Sourced<ShortNameMode> mode;
    private SearchRegistries search = SearchRegistries.NONE;
    private List<Sourced<String>> credentialHelpers = List.of();

    void add(RegistriesFile file) {
        files.add(file.path());
        if (file.mode() != null) {
            mode = file.mode();
        }
        if (file.search() != null) {
            search = over(search, file.search());
        }
        if (file.credentialHelpers() != null) {
            credentialHelpers = file.credentialHelpers();
        }
        for (RegistryEntry entry : file.registries()) {
            addRegistry(entry);
        }
        addAliases(file.aliases());
    }

    private static SearchRegistries over(SearchRegistries earlier, SearchRegistries later) {
        List<Origin> shadows = new ArrayList<>(earlier.shadows());
        if (earlier.origin().isPresent()) {
            shadows.add(earlier.origin().get());
        }
        return new SearchRegistries(later.registries(), later.origin(), shadows);
    }

    /// The later table counts whole, and takes its own place in the reading order.
    private void addRegistry(RegistryEntry entry) {
        @Nullable RegistryEntry earlier = registries.remove(entry.prefix());
        registries.put(entry.prefix(), earlier == null ? entry : over(earlier, entry));
    }

    private static RegistryEntry over(RegistryEntry earlier, RegistryEntry later) {
        List<Origin> shadows = new ArrayList<>(earlier.shadows());
        shadows.add(earlier.origin());
        return new RegistryEntry(
                later.prefix(),
                later.location(),
                later.insecure(),
                later.blocked(),
                later.mirrors(),
                later.origin(),
                shadows);
    }

    void addAliases(List<AliasDefinition> definitions) {
        if (aliases.isEmpty()) {
            aliases = HashMap.newHashMap(definitions.size());
        }
        for (AliasDefinition definition : definitions) {
            @Nullable AliasDefinition earlier = aliases.put(definition.key(), definition);
            if (earlier != null) {
                shadowedAliases
                        .computeIfAbsent(definition.key(), key -> new ArrayList<>())
                        .add(earlier);
            }
        }
    }

    void addAliasFile(Path file, List<AliasDefinition> definitions) {
        files.add(file);
        addAliases(definitions);
    }

    RegistriesConfiguration configuration(Optional<ShortNameMode> chosenMode, List<Finding> warnings) {
        return new RegistriesConfiguration(
                chosenMode.isPresent() ? chosenMode.map(ConfigurationMerger::chosen) : Optional.ofNullable(mode),
                search,
                credentialHelpers,
                aliases,
                shadowedAliases,
                new ArrayList<>(registries.values()),
                files,
                warnings);
    }

    private static Sourced<ShortNameMode> chosen(ShortNameMode mode) {
        return new Sourced<>(mode, new Origin(Path.of("--short-name-mode"), 0));
    }
}
