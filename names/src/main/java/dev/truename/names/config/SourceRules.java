package dev.truename.names.config;

import dev.truename.names.config.ConfigurationSources.Layering;
import dev.truename.names.config.ConfigurationSources.MainFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search rules of both generations. Source: containers-registries.conf(5), and what the reference implementation
/// does where the page is silent.
final class SourceRules {
    private static final String MAIN = "registries.conf";
    private static final String DROP_INS = "registries.conf.d";
    private static final String POLICY = "truename/truename.conf";
    private static final String VARIABLE = "CONTAINERS_REGISTRIES_CONF";
    private static final String OVERRIDE = "CONTAINERS_REGISTRIES_CONF_OVERRIDE";
    private static final String OLD_VARIABLE = "REGISTRIES_CONFIG_PATH";

    private final HostEnvironment host;
    private final ConfigurationChoices choices;
    private final Path etc;
    private final List<Finding> notes = new ArrayList<>();

    SourceRules(HostEnvironment host, ConfigurationChoices choices) {
        this.host = host;
        this.choices = choices;
        this.etc = host.etc().resolve("containers");
    }

    ConfigurationSources sources() {
        return switch (choices.generation()) {
            case CURRENT -> current();
            case LEGACY -> legacy();
        };
    }

    /// The variable that names the main file turns the drop-in folders off; the caller's choice of a folder stays.
    private ConfigurationSources current() {
        ignored(OLD_VARIABLE, "set " + VARIABLE + " instead");
        @Nullable Path named = choices.registriesConf().orElse(null);
        boolean byVariable = named == null && host.value(VARIABLE) != null;
        if (byVariable) {
            named = variable(VARIABLE);
        }
        Path user = userFolder();
        List<Path> folders = choices.registriesConfDir()
                .map(List::of)
                .orElseGet(() -> byVariable ? List.of() : currentFolders(user));
        List<MainFile> mainFiles = named != null
                ? List.of(new MainFile(named, folders))
                : List.of(
                        new MainFile(user.resolve(MAIN), folders),
                        new MainFile(etc.resolve(MAIN), folders),
                        new MainFile(vendor().resolve(MAIN), folders));
        @Nullable Path override = choices.registriesConfDir().isEmpty() ? variable(OVERRIDE) : null;
        return sources(mainFiles, named != null, override);
    }

    private List<Path> currentFolders(Path user) {
        List<Path> folders = new ArrayList<>();
        folders.add(user.resolve(DROP_INS));
        addSystemFolders(folders, etc);
        addSystemFolders(folders, vendor());
        return folders;
    }

    private void addSystemFolders(List<Path> folders, Path system) {
        if (host.uid() == 0) {
            folders.add(system.resolve("registries.rootful.conf.d"));
        } else {
            Path rootless = system.resolve("registries.rootless.conf.d");
            folders.add(rootless.resolve(Integer.toString(host.uid())));
            folders.add(rootless);
        }
        folders.add(system.resolve(DROP_INS));
    }

    private Path vendor() {
        return host.usrShare().resolve("containers");
    }

    private Path userFolder() {
        return xdg("XDG_CONFIG_HOME", ".config").resolve("containers");
    }

    private Path xdg(String variable, String inHome) {
        @Nullable String value = host.value(variable);
        if (value != null && !value.startsWith("/")) {
            ignored(variable, "give it an absolute path");
        }
        @Nullable Path absolute = value != null && value.startsWith("/") ? variable(variable) : null;
        return absolute == null ? host.home().resolve(inHome) : absolute;
    }

    /// The user's main file hides /etc whole. It is looked for in the home folder, whatever XDG_CONFIG_HOME says.
    private ConfigurationSources legacy() {
        ignored(OVERRIDE, "use the current generation");
        @Nullable Path named = choices.registriesConf().orElse(null);
        if (named == null) {
            named = variable(host.variables().containsKey(VARIABLE) ? VARIABLE : OLD_VARIABLE);
        }
        Path user = host.home().resolve(".config").resolve("containers");
        List<Path> all = choices.registriesConfDir()
                .map(List::of)
                .orElse(List.of(user.resolve(DROP_INS), etc.resolve(DROP_INS)));
        List<Path> own = choices.registriesConfDir().map(List::of).orElse(List.of(user.resolve(DROP_INS)));
        List<MainFile> mainFiles = named != null
                ? List.of(new MainFile(named, all))
                : List.of(new MainFile(user.resolve(MAIN), own), new MainFile(etc.resolve(MAIN), all));
        return sources(mainFiles, named != null, null);
    }

    private ConfigurationSources sources(List<MainFile> mainFiles, boolean required, @Nullable Path override) {
        Path aliasFile = choices.aliasFile().orElseGet(this::aliasFile);
        return new ConfigurationSources(
                choices.generation(),
                mainFiles,
                required,
                Optional.ofNullable(override),
                aliasFile,
                choices.mode(),
                layering(),
                notes);
    }

    private Layering layering() {
        boolean named = choices.policy().isPresent();
        List<Path> policies = named
                ? List.of(choices.policy().get())
                : List.of(host.etc().resolve(POLICY), host.usrShare().resolve(POLICY));
        return new Layering(policies, named, host.usrShare(), host.etc());
    }

    private Path aliasFile() {
        Path cache = host.uid() == 0 ? host.varCache() : xdg("XDG_CACHE_HOME", ".cache");
        return cache.resolve("containers").resolve("short-name-aliases.conf");
    }

    /// The path that a variable gives; none if it is unset or empty.
    private @Nullable Path variable(String name) {
        @Nullable String value = host.value(name);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            note(Rule.FILE_MISSING, name, "the variable's value is no path of this system", "correct the variable");
            return null;
        }
    }

    private void ignored(String variable, String fix) {
        if (host.value(variable) != null) {
            note(Rule.ENVIRONMENT_IGNORED, variable, variable + " is set but has no effect", fix);
        }
    }

    private void note(Rule rule, String variable, String message, String fix) {
        notes.add(new Finding(rule.severity(), Path.of(variable), 0, rule.id(), message, fix));
    }
}
