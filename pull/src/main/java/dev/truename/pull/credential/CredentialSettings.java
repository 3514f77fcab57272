package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where credentials are looked for; the environment as values.
///
/// @param authFile `--authfile`: this file alone, and it must exist
/// @param environment `REGISTRY_AUTH_FILE`, `XDG_RUNTIME_DIR`, `XDG_CONFIG_HOME`, `DOCKER_CONFIG`, and what
/// helpers get
/// @param helpers `credential-helpers` of registries.conf; empty means the files alone
/// @param uid of the user, for `/run/containers/UID`
public record CredentialSettings(
        Optional<Path> authFile,
        Map<String, String> environment,
        Optional<Path> home,
        long uid,
        List<String> helpers,
        Duration helperTimeout) {
    /// The name by which `credential-helpers` means the files.
    public static final String FILES = "containers-auth.json";

    public static final Duration HELPER_TIMEOUT = Duration.ofSeconds(30);

    public CredentialSettings {
        requireNonNull(authFile);
        environment = Map.copyOf(environment);
        requireNonNull(home);
        helpers = helpers.isEmpty() ? List.of(FILES) : List.copyOf(helpers);
        requireNonNull(helperTimeout);
    }

    /// A file to look into.
    ///
    /// @param required whether it is an error that it is not there
    /// @param old whether it has the shape of `.dockercfg`: entries at the top
    record AuthFile(Path path, boolean required, boolean old) {}

    /// The files, in the order in which they count.
    List<AuthFile> files() {
        Optional<Path> only = authFile.or(() -> variable("REGISTRY_AUTH_FILE"));
        if (only.isPresent()) {
            return List.of(new AuthFile(only.get(), true, false));
        }
        List<Path> paths = new ArrayList<>();
        paths.add(absolute("XDG_RUNTIME_DIR")
                .orElse(Path.of("/run/containers", Long.toString(uid)))
                .resolve(absolute("XDG_RUNTIME_DIR").isPresent() ? "containers/auth.json" : "auth.json"));
        absolute("XDG_CONFIG_HOME")
                .or(() -> home.map(path -> path.resolve(".config")))
                .ifPresent(path -> paths.add(path.resolve("containers/auth.json")));
        variable("DOCKER_CONFIG")
                .or(() -> home.map(path -> path.resolve(".docker")))
                .ifPresent(path -> paths.add(path.resolve("config.json")));
        List<AuthFile> files = new ArrayList<>();
        paths.forEach(path -> files.add(new AuthFile(path, false, false)));
        home.ifPresent(path -> files.add(new AuthFile(path.resolve(".dockercfg"), false, true)));
        return files;
    }

    private Optional<Path> variable(String name) {
        return Optional.of(environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /// Relative values count as unset: they would mean whatever folder the program was started in.
    private Optional<Path> absolute(String name) {
        return variable(name).filter(Path::isAbsolute);
    }
}
