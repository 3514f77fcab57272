package dev.truename.names.reference;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A repository in a registry, `host/path`, normalised as Docker does it: the host in lower case, `index.docker.io`
/// as `docker.io`, and a single component on `docker.io` below `library/`.
///
/// @param host `name[:port]`, with a dot or a colon or equal to `localhost`; IPv6 addresses in brackets
/// @param path lower-case components separated by `/`; with the host at most 255 characters
public record Repository(String host, String path) {
    /// The registry that a name with no host means to Docker; the only one whose names are normalised.
    public static final String DOCKER_HUB = "docker.io";

    private static final String DOCKER_INDEX = "index.docker.io";
    private static final String OFFICIAL = "library/";
    /// The longest name, host included, in characters.
    public static final int MAX_LENGTH = 255;

    public Repository {
        host = host.toLowerCase(Locale.ROOT);
        if (!isRegistry(host)) {
            throw new InvalidReferenceException(
                    host,
                    "a registry is a host name with a dot, a HOST:PORT with a port from 1 to 65535, or localhost");
        }
        if (host.equals(DOCKER_INDEX)) {
            host = DOCKER_HUB;
        }
        requirePath(path);
        if (host.equals(DOCKER_HUB) && path.indexOf('/') < 0) {
            path = OFFICIAL + path;
        }
        if (host.length() + 1 + path.length() > MAX_LENGTH) {
            throw new InvalidReferenceException(
                    host + "/" + path, "the name is longer than " + MAX_LENGTH + " characters");
        }
    }

    /// Reads `host/path`.
    ///
    /// @throws InvalidReferenceException if there is no registry, or there is a tag or digest
    public static Repository parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            try {
                return new Repository(text.substring(0, slash), text.substring(slash + 1));
            } catch (InvalidReferenceException e) {
                throw refused(text);
            }
        }
        throw refused(text);
    }

    /// Says what is wrong with a whole text; reading it as a reference finds most mistakes.
    private static InvalidReferenceException refused(String text) {
        return new InvalidReferenceException(
                text,
                ImageReference.parse(text) instanceof Qualified
                        ? "a repository has no tag and no digest"
                        : "there is no registry in front");
    }

    /// Whether `text` can stand as the registry of a qualified name: `a.b`, `a:5000` and `localhost` can; `a` cannot,
    /// since a name that starts with it would be taken for a path.
    public static boolean isRegistry(String text) {
        return Characters.isHost(text, 0, text.length())
                && (text.equals("localhost") || text.indexOf('.') >= 0 || text.indexOf(':') >= 0);
    }

    static void requirePath(String path) {
        if (!Characters.isPath(path, 0, path.length())) {
            throw new InvalidReferenceException(
                    path,
                    path.equals(path.toLowerCase(Locale.ROOT))
                            ? "a repository name has components of letters and digits, separated inside by '.', '_',"
                                    + " '__' or dashes and from each other by '/'"
                            : "a repository name is lower-case");
        }
    }

    // By hand, see docs/decisions/0013.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Repository that && host.equals(that.host) && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + path.hashCode();
    }

    @Override
    public String toString() {
        return host + "/" + path;
    }
}
