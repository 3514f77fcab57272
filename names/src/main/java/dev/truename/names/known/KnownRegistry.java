package dev.truename.names.known;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A registry, or the registries of one provider.
///
/// @param host its name; a label `*` stands for any one label, as in `*.azurecr.io`
/// @param aliases other names of the same registry
/// @param registration who can put an image there
/// @param components how many components a repository's path has at least (`owner/image` has 2); there is no shorter
///     one
/// @param owner who runs it
public record KnownRegistry(
        String host, List<String> aliases, Registration registration, int components, String owner) {
    private static final String DOCKER_LIBRARY = "library/";

    public KnownRegistry {
        requireNonNull(host);
        aliases = List.copyOf(aliases);
        requireNonNull(registration);
        requireNonNull(owner);
        if (components < 1) {
            throw new IllegalArgumentException("a path has at least one component: " + components);
        }
    }

    /// Whether a stranger may get this path if nobody has it yet: not where the registry is closed, the path is too
    /// short for it, or it belongs to Docker's official images.
    ///
    /// @param path of a repository as the registry has it: on Docker Hub `library/redis` and not `redis`
    public boolean canBeTaken(String path) {
        boolean reserved = host.equals("docker.io") && path.startsWith(DOCKER_LIBRARY);
        return (registration == Registration.OPEN || (registration == Registration.ACCOUNT && !isAccountsOwn()))
                && !reserved
                && count(path) >= components;
    }

    /// Whether each host is one account's: nobody else pushes there.
    public boolean isAccountsOwn() {
        return registration == Registration.ACCOUNT && host.startsWith("*.") && components == 1;
    }

    private static int count(String path) {
        int count = 1;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            count++;
        }
        return count;
    }
}
