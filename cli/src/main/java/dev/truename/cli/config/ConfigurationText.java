package dev.truename.cli.config;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Layers;
import dev.truename.names.config.Mirror;
import dev.truename.names.config.Origin;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A configuration as one registries.conf, with the origin of each value as a comment.
final class ConfigurationText {
    private final StringBuilder out = new StringBuilder(4096);

    private ConfigurationText() {}

    static String of(RegistriesConfiguration configuration) {
        return new ConfigurationText().text(configuration);
    }

    private String text(RegistriesConfiguration configuration) {
        for (Path file : configuration.files()) {
            String owner = Optional.ofNullable(configuration.layers().owners().get(file))
                    .map(it -> " (" + it.word() + ")")
                    .orElse("");
            line("# read: " + Printable.text(file.toString()) + owner);
        }
        configuration.layers().policy().ifPresent(file -> line("# policy: " + Printable.text(file.toString())));
        if (configuration.mode().isPresent()) {
            Sourced<ShortNameMode> mode = configuration.mode().get();
            line("short-name-mode = " + Toml.quoted(mode.value().word()), mode.origin());
        }
        search(configuration.searchRegistries());
        if (!configuration.credentialHelpers().isEmpty()) {
            list("credential-helpers", configuration.credentialHelpers());
        }
        configuration.registries().forEach(this::registry);
        aliases(configuration);
        return out.toString();
    }

    private void search(RegistriesConfiguration.SearchRegistries search) {
        if (search.origin().isPresent()) {
            search.shadows().forEach(shadow -> line("# shadows the list at " + Printable.text(shadow.toString())));
            list("unqualified-search-registries", search.registries());
        }
    }

    private void list(String key, List<Sourced<String>> values) {
        line(key + " = [");
        values.forEach(value -> line("    " + Toml.quoted(value.value()) + ",", value.origin()));
        line("]");
    }

    private void registry(RegistryEntry entry) {
        line("");
        entry.shadows().forEach(shadow -> line("# shadows the table at " + Printable.text(shadow.toString())));
        line("[[registry]]", entry.origin());
        line("prefix = " + Toml.quoted(entry.prefix()));
        if (!entry.location().isEmpty()) {
            line("location = " + Toml.quoted(entry.location()));
        }
        flag("insecure", entry.insecure());
        flag("blocked", entry.blocked());
        entry.mirrors().forEach(this::mirror);
    }

    private void flag(String key, Sourced<Boolean> flag) {
        if (flag.value()) {
            line(key + " = true", flag.origin());
        }
    }

    private void mirror(Mirror mirror) {
        line("    [[registry.mirror]]", mirror.origin());
        line("    location = " + Toml.quoted(mirror.location()));
        if (mirror.insecure()) {
            line("    insecure = true");
        }
        if (mirror.pullFrom() != Mirror.PullFrom.ALL) {
            line("    pull-from-mirror = " + Toml.quoted(mirror.pullFrom().word()));
        }
    }

    private void aliases(RegistriesConfiguration configuration) {
        if (!configuration.aliases().isEmpty()) {
            line("");
            line("[aliases]");
        }
        for (AliasDefinition alias : new TreeMap<>(configuration.aliases()).values()) {
            alias(alias, configuration.layers());
            for (AliasDefinition shadow : configuration.shadowedAliases().getOrDefault(alias.key(), List.of())) {
                line("#   shadows " + assignment(shadow) + comment(shadow, configuration.layers()));
            }
        }
    }

    private void alias(AliasDefinition alias, Layers layers) {
        Optional<ProtectedName> held = layers.protection(alias.key());
        String policy = held.map(it -> ", protected by " + it.policy()).orElse("");
        line(assignment(alias) + comment(alias, layers) + Printable.text(policy));
        for (AliasDefinition refused : held.map(ProtectedName::refused).orElse(List.of())) {
            line("#   refuses " + assignment(refused) + comment(refused, layers));
        }
    }

    private static String comment(AliasDefinition alias, Layers layers) {
        String owner =
                layers.owner(alias.origin()).map(it -> " (" + it.word() + ")").orElse("");
        return "  # " + Printable.text(alias.origin().toString()) + owner;
    }

    private static String assignment(AliasDefinition alias) {
        return Toml.quoted(alias.key()) + " = "
                + Toml.quoted(alias.target().map(Repository::toString).orElse(""));
    }

    private void line(String text, Origin origin) {
        line(text + "  # " + Printable.text(origin.toString()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
