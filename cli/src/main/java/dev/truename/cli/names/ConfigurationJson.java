package dev.truename.cli.names;

import dev.truename.cli.io.Json;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Layers;
import dev.truename.names.config.Mirror;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Owner;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A configuration for scripts. Members are named as the keys of registries.conf are.
public final class ConfigurationJson {
    private ConfigurationJson() {}

    /// The whole configuration as one object.
    public static String of(RegistriesConfiguration configuration) {
        Json json = new Json().startObject();
        mode(json, configuration);
        search(json, configuration.searchRegistries());
        json.startArray("credential-helpers");
        configuration.credentialHelpers().forEach(helper -> sourced(json, helper));
        json.endArray().startArray("registries");
        configuration.registries().forEach(entry -> registry(json, entry));
        json.endArray().startArray("aliases");
        for (AliasDefinition alias : new TreeMap<>(configuration.aliases()).values()) {
            alias(json, alias, configuration);
        }
        json.endArray();
        files(json, configuration);
        findings(json, "warnings", configuration.warnings());
        return json.endObject().toString();
    }

    /// The files that were read, in order, and whose they are, as members.
    public static void files(Json json, RegistriesConfiguration configuration) {
        json.startArray("files");
        configuration.files().stream().map(Path::toString).forEach(json::element);
        json.endArray().startArray("layers");
        for (Owner owner : Owner.values()) {
            json.startObject().member("owner", owner.word()).startArray("files");
            for (Path file : configuration.files()) {
                if (configuration.layers().owners().get(file) == owner) {
                    json.element(file.toString());
                }
            }
            json.endArray().endObject();
        }
        json.endArray().member("policy", configuration.layers().policy().map(Path::toString));
    }

    /// An array of findings.
    public static void findings(Json json, String name, List<Finding> findings) {
        json.startArray(name);
        findings.forEach(finding -> FindingJson.add(finding, json));
        json.endArray();
    }

    /// The mode in force, as a member.
    public static void mode(Json json, RegistriesConfiguration configuration) {
        ShortNameMode mode = configuration.effectiveMode();
        json.startObject("short-name-mode").member("value", mode.word());
        FindingJson.add("origin", configuration.mode().map(Sourced::origin), json);
        json.endObject();
    }

    /// The search list, as a member.
    public static void search(Json json, RegistriesConfiguration.SearchRegistries search) {
        json.startObject("unqualified-search-registries").startArray("registries");
        search.registries().forEach(registry -> sourced(json, registry));
        json.endArray();
        FindingJson.add("origin", search.origin(), json);
        origins(json, search.shadows());
        json.endObject();
    }

    private static void sourced(Json json, Sourced<String> value) {
        json.startObject().member("value", value.value());
        FindingJson.add("origin", value.origin(), json);
        json.endObject();
    }

    private static void registry(Json json, RegistryEntry entry) {
        json.startObject();
        registryMembers(json, entry);
        json.endObject();
    }

    /// A table's members.
    static void registryMembers(Json json, RegistryEntry entry) {
        json.member("prefix", entry.prefix()).member("location", entry.location());
        json.member("insecure", entry.insecure().value());
        json.member("blocked", entry.blocked().value());
        json.startArray("mirrors");
        entry.mirrors().forEach(mirror -> mirror(json, mirror));
        json.endArray();
        FindingJson.add("origin", entry.origin(), json);
        origins(json, entry.shadows());
    }

    private static void mirror(Json json, Mirror mirror) {
        json.startObject().member("location", mirror.location()).member("insecure", mirror.insecure());
        json.member("pull-from-mirror", mirror.pullFrom().word());
        FindingJson.add("origin", mirror.origin(), json);
        json.endObject();
    }

    private static void origins(Json json, List<Origin> shadows) {
        json.startArray("shadows");
        shadows.forEach(shadow -> FindingJson.add(shadow, json));
        json.endArray();
    }

    /// An alias as an object of its own, or an array's element.
    public static void alias(Json json, AliasDefinition alias, RegistriesConfiguration configuration) {
        Layers layers = configuration.layers();
        Optional<ProtectedName> held = layers.protection(alias.key());
        json.startObject();
        aliasMembers(json, alias, layers);
        definitions(json, "shadows", configuration.shadowedAliases().getOrDefault(alias.key(), List.of()), layers);
        if (held.isEmpty()) {
            json.nothing("protected");
        } else {
            json.startObject("protected").member("by", held.get().by().word());
            FindingJson.add("origin", held.get().policy(), json);
            json.endObject();
        }
        definitions(json, "refused", held.map(ProtectedName::refused).orElse(List.of()), layers);
        json.endObject();
    }

    private static void definitions(Json json, String name, List<AliasDefinition> definitions, Layers layers) {
        json.startArray(name);
        for (AliasDefinition definition : definitions) {
            json.startObject();
            aliasMembers(json, definition, layers);
            json.endObject();
        }
        json.endArray();
    }

    private static void aliasMembers(Json json, AliasDefinition alias, Layers layers) {
        json.member("name", alias.key());
        json.member("target", alias.target().map(Repository::toString));
        FindingJson.add("origin", alias.origin(), json);
        json.member("owner", layers.owner(alias.origin()).map(Owner::word));
    }
}
