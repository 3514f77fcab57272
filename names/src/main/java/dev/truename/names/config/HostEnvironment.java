package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of a host and a user decides which files count. Only [#ofProcess()] looks at the running process.
///
/// @param variables environment variables
/// @param home the user's home folder
/// @param uid the user; 0 is root
/// @param etc `/etc`
/// @param usrShare `/usr/share`
/// @param varCache `/var/cache`
public record HostEnvironment(
        Map<String, String> variables, Path home, int uid, Path etc, Path usrShare, Path varCache) {
    /// The user where the system tells none: not root.
    private static final int NOBODY = 65534;

    public HostEnvironment {
        variables = Map.copyOf(variables);
        requireNonNull(home);
        requireNonNull(etc);
        requireNonNull(usrShare);
        requireNonNull(varCache);
    }

    /// The running process's own.
    public static HostEnvironment ofProcess() {
        @Nullable String variable = System.getenv("HOME");
        boolean usable = variable != null && variable.startsWith("/");
        Path home = Path.of(variable != null && usable ? variable : System.getProperty("user.home", "/"));
        return new HostEnvironment(
                System.getenv(), home, uidOf(home), Path.of("/etc"), Path.of("/usr/share"), Path.of("/var/cache"));
    }

    /// The process's user: who owns `/proc/self`, or the home folder where there is no `/proc`.
    private static int uidOf(Path home) {
        try {
            Path self = Path.of("/proc/self");
            return (Integer) Files.getAttribute(Files.exists(self) ? self : home, "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return NOBODY;
        }
    }

    /// The variable's value, if it is set and not empty.
    @Nullable
    String value(String name) {
        @Nullable String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
