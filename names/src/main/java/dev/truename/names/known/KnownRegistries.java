package dev.truename.names.known;

import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The registries that are known, by host. Hosts are compared without case, and port 443 is no port.
public final class KnownRegistries {
    private static final String HTTPS = ":443";
    private static final Map<String, KnownRegistry> BY_HOST = new HashMap<>();
    private static final List<KnownRegistry> PATTERNS = new ArrayList<>();

    static {
        for (KnownRegistry registry : RegistryTable.ALL) {
            if (registry.host().indexOf('*') >= 0) {
                PATTERNS.add(registry);
            } else {
                BY_HOST.put(registry.host(), registry);
            }
            for (String alias : registry.aliases()) {
                BY_HOST.put(alias, registry);
            }
        }
    }

    private KnownRegistries() {}

    /// All of them, in no particular order.
    public static List<KnownRegistry> all() {
        return Collections.unmodifiableList(RegistryTable.ALL);
    }

    /// The registry at a host, `name[:port]`, by any of its names; none for one that is not known.
    public static Optional<KnownRegistry> of(String host) {
        String name = plain(host);
        @Nullable KnownRegistry exact = BY_HOST.get(name);
        return exact != null
                ? Optional.of(exact)
                : PATTERNS.stream()
                        .filter(pattern -> matches(pattern.host(), name))
                        .findFirst();
    }

    /// Who can put an image into the registry at a host.
    public static Registration registration(String host) {
        return of(host).map(KnownRegistry::registration).orElse(Registration.UNKNOWN);
    }

    /// The one name of a registry that has several: `docker.io` for `registry-1.docker.io`. A host that is not known
    /// is given back in lower case, with its port.
    public static String canonical(String host) {
        String name = plain(host);
        @Nullable KnownRegistry known = BY_HOST.get(name);
        if (known != null) {
            return known.host();
        }
        return of(name).isPresent() ? name : host.toLowerCase(Locale.ROOT);
    }

    /// Whether a repository is known to be one that no stranger can get.
    public static boolean isKnownClosed(Repository repository) {
        return of(repository.host())
                .filter(registry -> !registry.canBeTaken(repository.path()))
                .isPresent();
    }

    /// The registry whose web pages are at a host: `docker.io` for `hub.docker.com`. No image can be pulled from the
    /// pages.
    public static Optional<String> ofWebSite(String host) {
        return Optional.ofNullable(RegistryTable.WEB_SITES.get(plain(host)));
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(HTTPS) ? lower.substring(0, lower.length() - HTTPS.length()) : lower;
    }

    /// Label by label; `*` is any one label.
    private static boolean matches(String pattern, String host) {
        int p = 0;
        int h = 0;
        while (p < pattern.length() && h < host.length()) {
            int patternEnd = end(pattern, p);
            int hostEnd = end(host, h);
            boolean any = patternEnd == p + 1 && pattern.charAt(p) == '*';
            if (!any && !pattern.substring(p, patternEnd).equals(host.substring(h, hostEnd))) {
                return false;
            }
            p = patternEnd + 1;
            h = hostEnd + 1;
        }
        return p == pattern.length() + 1 && h == host.length() + 1;
    }

    private static int end(String text, int from) {
        int dot = text.indexOf('.', from);
        return dot < 0 ? text.length() : dot;
    }
}
