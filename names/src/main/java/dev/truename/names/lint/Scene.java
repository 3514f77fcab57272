package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.FileContent;
import dev.truename.names.config.Layers;
import dev.truename.names.config.Mirror;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that a run looks at: what each file says, and what they say together.
final class Scene {
    /// A definition and the one of the same name that it takes the place of.
    record Redefinition(AliasDefinition earlier, AliasDefinition later) {}

    /// A table and the one of the same prefix, in an earlier file, that it takes the place of.
    record Replacement(RegistryEntry earlier, RegistryEntry later) {}

    private final List<FileContent> files;
    private final List<HostUse> hosts = new ArrayList<>();
    private final List<Redefinition> redefinitions = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private final RegistriesConfiguration merged;
    private final PullSourcePlanner planner;
    private final Map<String, RegistryEntry> tables = new HashMap<>();
    private final Map<String, HostName> names = new HashMap<>();
    private final Map<String, HostUse> withPorts = new HashMap<>();

    /// @param files in reading order
    Scene(List<FileContent> files, Layers layers) {
        this.files = files;
        this.merged = merge(files, layers);
        this.planner = new PullSourcePlanner(merged);
        merged.registries().forEach(entry -> tables.put(entry.prefix(), entry));
        files.forEach(this::collectHosts);
        hosts.forEach(this::collectPort);
    }

    List<FileContent> files() {
        return files;
    }

    /// What counts.
    RegistriesConfiguration merged() {
        return merged;
    }

    /// All hosts of all files, whether what is said of them counts or not.
    List<HostUse> hosts() {
        return hosts;
    }

    List<Redefinition> redefinitions() {
        return redefinitions;
    }

    List<Replacement> replacements() {
        return replacements;
    }

    OfficialTable official() {
        return OfficialTable.shipped();
    }

    /// A host, `name[:port]`.
    HostName host(String text) {
        return names.computeIfAbsent(text, HostName::of);
    }

    /// The host at the start of `host[:port][/path]`.
    HostName hostOf(String place) {
        int slash = place.indexOf('/');
        return host(slash < 0 ? place : place.substring(0, slash));
    }

    HostUse use(HostUse.Kind kind, String place, String owner, Origin origin) {
        return new HostUse(kind, place, hostOf(place), owner, origin);
    }

    /// The table of exactly this prefix that counts.
    Optional<RegistryEntry> table(String prefix) {
        @Nullable RegistryEntry entry = tables.get(prefix);
        return Optional.ofNullable(entry);
    }

    /// A name on another port of a host that has no table for this port.
    Optional<HostUse> withPort(String name) {
        @Nullable HostUse use = withPorts.get(name);
        return Optional.ofNullable(use);
    }

    /// Where a repository's images would be fetched from.
    PullPlan plan(Repository repository) {
        return planner.plan(new Qualified(repository, Optional.empty(), Optional.empty()).withDefaultTag());
    }

    private RegistriesConfiguration merge(List<FileContent> files, Layers layers) {
        @Nullable Sourced<ShortNameMode> mode = null;
        SearchRegistries search = SearchRegistries.NONE;
        Map<String, RegistryEntry> registries = new LinkedHashMap<>();
        Map<String, AliasDefinition> aliases = new HashMap<>();
        for (FileContent file : files) {
            mode = file.mode().orElse(mode);
            search = file.search().orElse(search);
            file.registries().forEach(entry -> addRegistry(entry, registries));
            file.aliases().stream()
                    .filter(alias -> !isRefused(alias, layers))
                    .forEach(alias -> addAlias(alias, aliases));
        }
        return new RegistriesConfiguration(
                Optional.ofNullable(mode),
                search,
                List.of(),
                aliases,
                Map.of(),
                new ArrayList<>(registries.values()),
                files.stream().map(FileContent::path).toList(),
                layers,
                List.of());
    }

    private void addRegistry(RegistryEntry entry, Map<String, RegistryEntry> registries) {
        @Nullable RegistryEntry earlier = registries.remove(entry.prefix());
        registries.put(entry.prefix(), entry);
        if (earlier != null) {
            replacements.add(new Replacement(earlier, entry));
        }
    }

    private void addAlias(AliasDefinition alias, Map<String, AliasDefinition> aliases) {
        @Nullable AliasDefinition earlier = aliases.put(alias.key(), alias);
        if (earlier != null) {
            redefinitions.add(new Redefinition(earlier, alias));
        }
    }

    /// Whether a layer above keeps the name from meaning this, which is told elsewhere.
    private static boolean isRefused(AliasDefinition alias, Layers layers) {
        return layers.protection(alias.key())
                .filter(held -> held.refused().contains(alias))
                .isPresent();
    }

    private void collectHosts(FileContent file) {
        for (AliasDefinition alias : file.aliases()) {
            alias.target()
                    .ifPresent(target ->
                            hosts.add(use(HostUse.Kind.ALIAS, target.toString(), alias.key(), alias.origin())));
        }
        file.search()
                .map(SearchRegistries::registries)
                .orElse(List.of())
                .forEach(registry -> hosts.add(use(HostUse.Kind.SEARCH, registry.value(), "", registry.origin())));
        file.registries().forEach(this::collectHosts);
    }

    private void collectHosts(RegistryEntry entry) {
        hosts.add(use(HostUse.Kind.PREFIX, entry.prefix(), entry.prefix(), entry.origin()));
        if (!entry.location().isEmpty() && !entry.location().equals(entry.prefix())) {
            hosts.add(use(HostUse.Kind.LOCATION, entry.location(), entry.prefix(), entry.origin()));
        }
        for (Mirror mirror : entry.mirrors()) {
            hosts.add(use(HostUse.Kind.MIRROR, mirror.location(), entry.prefix(), mirror.origin()));
        }
    }

    /// Names are looked up by what is written in them, locations and mirrors are not.
    private void collectPort(HostUse use) {
        boolean isName = use.kind() == HostUse.Kind.ALIAS || use.kind() == HostUse.Kind.SEARCH;
        HostName host = use.host();
        if (isName && host.hasPort() && !tables.containsKey(host.toString())) {
            withPorts.putIfAbsent(host.name(), use);
        }
    }
}
