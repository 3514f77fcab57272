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

/// Puts files over each other in reading order: the later one counts, except against what is protected, and what it
/// shadows is kept.
final class ConfigurationMerger {
    private final FileLayers layers;
    private final Protection protection;
    private final Map<Path, Owner> owners = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final Map<String, RegistryEntry> registries = new LinkedHashMap<>();
    private Map<String, AliasDefinition> aliases = Map.of();
    private final Map<String, List<AliasDefinition>> shadowedAliases = new HashMap<>();
    private @Nullable Sourced<ShortNameMode> mode;
    private SearchRegistries search = SearchRegistries.NONE;
    private List<Sourced<String>> credentialHelpers = List.of();

    ConfigurationMerger(FileLayers layers, Findings findings) {
        this.layers = layers;
        this.protection = new Protection(layers, findings);
    }

    private FileLayers.Membership place(Path file) {
        FileLayers.Membership place = layers.of(file);
        owners.put(file, place.owner());
        return place;
    }

    /// A file that does not count as a whole: takes the names that its layer protects.
    void addProtected(RegistriesFile file) {
        files.add(file.path());
        FileLayers.Membership place = place(file.path());
        List<AliasDefinition> definitions = new ArrayList<>();
        for (AliasDefinition definition : file.aliases()) {
            if (place.protection(definition.key()) != null) {
                definitions.add(definition);
            }
        }
        addAliases(definitions, place);
    }

    void add(RegistriesFile file) {
        files.add(file.path());
        FileLayers.Membership place = place(file.path());
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
            if (!protection.refuses(entry, place)) {
                addRegistry(entry);
            }
        }
        addAliases(file.aliases(), place);
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

    private void addAliases(List<AliasDefinition> definitions, FileLayers.Membership place) {
        if (aliases.isEmpty()) {
            aliases = HashMap.newHashMap(definitions.size());
        }
        boolean idle = protection.isIdle(place);
        for (AliasDefinition definition : definitions) {
            if (idle) {
                put(definition);
            } else if (!protection.isHeld(definition, place)) {
                put(definition);
                protection.counts(definition, place);
            } else if (!protection.refuses(definition)) {
                shadow(definition);
            }
        }
    }

    private void put(AliasDefinition definition) {
        @Nullable AliasDefinition earlier = aliases.put(definition.key(), definition);
        if (earlier != null) {
            shadow(earlier);
        }
    }

    private void shadow(AliasDefinition definition) {
        shadowedAliases
                .computeIfAbsent(definition.key(), key -> new ArrayList<>())
                .add(definition);
    }

    void addAliasFile(Path file, List<AliasDefinition> definitions) {
        files.add(file);
        addAliases(definitions, place(file));
    }

    /// What was added so far, in order.
    List<Path> files() {
        return files;
    }

    /// The alias file is missing. Where there is a policy it belongs to somebody all the same.
    void noAliasFile(Path file) {
        if (layers.policy().file() != null) {
            place(file);
        }
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
                new Layers(Optional.ofNullable(layers.policy().file()), owners, protection.names()),
                warnings);
    }

    private static Sourced<ShortNameMode> chosen(ShortNameMode mode) {
        return new Sourced<>(mode, new Origin(Path.of("--short-name-mode"), 0));
    }
}
