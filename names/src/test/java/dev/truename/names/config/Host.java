package dev.truename.names.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A host in a temporary folder: `etc`, `usr`, `var` and `home`.
final class Host {
    private final Path root;
    private final Map<String, String> variables = new HashMap<>();
    private int uid = 1000;
    private ConfigurationChoices choices = ConfigurationChoices.NONE;

    Host(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Host file(String name, String content) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Host link(String name, String target) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.createSymbolicLink(path(name), Path.of(target));
        return this;
    }

    /// A file that sets the search list to one registry, whose host is the tag.
    Host tagged(String name, String tag) {
        return file(name, "unqualified-search-registries = [\"" + tag + ".example\"]\n");
    }

    Host variable(String name, String value) {
        variables.put(name, value.replace("@", root.toString()));
        return this;
    }

    Host uid(int user) {
        uid = user;
        return this;
    }

    Host choose(ConfigurationChoices wanted) {
        choices = wanted;
        return this;
    }

    Host generation(Generation generation) {
        return choose(new ConfigurationChoices(
                generation,
                choices.registriesConf(),
                choices.registriesConfDir(),
                choices.aliasFile(),
                choices.mode(),
                choices.policy()));
    }

    Host main(String name) {
        return choose(new ConfigurationChoices(
                choices.generation(),
                Optional.of(path(name)),
                choices.registriesConfDir(),
                choices.aliasFile(),
                choices.mode(),
                choices.policy()));
    }

    Host dir(String name) {
        return choose(new ConfigurationChoices(
                choices.generation(),
                choices.registriesConf(),
                Optional.of(path(name)),
                choices.aliasFile(),
                choices.mode(),
                choices.policy()));
    }

    Host mode(ShortNameMode mode) {
        return choose(new ConfigurationChoices(
                choices.generation(),
                choices.registriesConf(),
                choices.registriesConfDir(),
                choices.aliasFile(),
                Optional.of(mode),
                choices.policy()));
    }

    /// The system's policy. `@` stands for the root.
    Host policy(String content) {
        return file("etc/truename/truename.conf", content.replace("@", root.toString()));
    }

    ConfigurationSources sources() {
        HostEnvironment environment =
                new HostEnvironment(variables, path("home"), uid, path("etc"), path("usr"), path("var"));
        return ConfigurationSources.of(environment, choices);
    }

    RegistriesConfiguration load() {
        try {
            return ConfigurationLoader.load(sources());
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /// The errors, or none.
    List<Finding> errors() {
        try {
            ConfigurationLoader.load(sources());
            return List.of();
        } catch (ConfigurationException e) {
            return e.errors();
        }
    }

    /// `rule:line` of all findings, errors first.
    String findings() {
        try {
            return shown(ConfigurationLoader.load(sources()).warnings());
        } catch (ConfigurationException e) {
            return (shown(e.errors()) + " " + shown(e.warnings())).strip();
        }
    }

    private static String shown(List<Finding> findings) {
        return String.join(
                " ", findings.stream().map(f -> f.rule() + ":" + f.line()).toList());
    }

    /// `rule file:line` of all warnings, the files below the root.
    String warnings() {
        return String.join(
                " ",
                load().warnings().stream()
                        .map(f -> f.rule() + " " + root.relativize(f.file()) + ":" + f.line())
                        .toList());
    }

    /// The files that were read, in order, below the root.
    String files() {
        return String.join(
                " ",
                load().files().stream().map(f -> root.relativize(f).toString()).toList());
    }
}
