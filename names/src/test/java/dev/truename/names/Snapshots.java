package dev.truename.names;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Layers;
import dev.truename.names.config.Mirror;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds snapshots for tests without files. Every value gets a line of its own.
public final class Snapshots {
    public static final Path FILE = Path.of("/test/registries.conf");

    private final Map<String, AliasDefinition> aliases = new LinkedHashMap<>();
    private final List<Sourced<String>> search = new ArrayList<>();
    private final List<RegistryEntry> registries = new ArrayList<>();
    private Optional<Sourced<ShortNameMode>> mode = Optional.empty();
    private int line;

    public static Snapshots snapshot() {
        return new Snapshots();
    }

    private Origin next() {
        return new Origin(FILE, ++line);
    }

    public Snapshots alias(String key, String target) {
        Optional<Repository> repository = target.isEmpty() ? Optional.empty() : Optional.of(Repository.parse(target));
        aliases.put(key, new AliasDefinition(key, repository, next()));
        return this;
    }

    public Snapshots search(String... hosts) {
        for (String host : hosts) {
            search.add(new Sourced<>(host, next()));
        }
        return this;
    }

    public Snapshots mode(ShortNameMode value) {
        mode = Optional.of(new Sourced<>(value, next()));
        return this;
    }

    public Snapshots registry(String prefix, String location, String flags, String... mirrors) {
        Origin origin = next();
        List<Mirror> list = new ArrayList<>();
        for (String mirror : mirrors) {
            list.add(mirror(mirror));
        }
        registries.add(new RegistryEntry(
                prefix,
                location,
                new Sourced<>(flags.contains("insecure"), origin),
                new Sourced<>(flags.contains("blocked"), origin),
                list,
                origin,
                List.of()));
        return this;
    }

    private Mirror mirror(String text) {
        String[] words = text.split(" ", -1);
        Mirror.PullFrom from = switch (words.length > 1 ? words[1] : "") {
            case "digest-only" -> Mirror.PullFrom.DIGEST_ONLY;
            case "tag-only" -> Mirror.PullFrom.TAG_ONLY;
            default -> Mirror.PullFrom.ALL;
        };
        return new Mirror(words[0], text.endsWith(" insecure"), from, next());
    }

    public RegistriesConfiguration build() {
        Optional<Origin> list = search.stream().map(Sourced::origin).findFirst();
        return new RegistriesConfiguration(
                mode,
                new RegistriesConfiguration.SearchRegistries(search, list, List.of()),
                List.of(),
                aliases,
                Map.of(),
                registries,
                List.of(FILE),
                Layers.NONE,
                List.of());
    }
}
