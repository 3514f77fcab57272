package dev.truename.names.pullsource;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.reference.Repository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the longest prefix of a name by cutting the name back at its separators, so that the cost depends on the
/// name's length and not on the number of tables.
final class PrefixIndex {
    private static final String WILDCARD = "*";

    private final Map<String, RegistryEntry> byPrefix = new HashMap<>();

    PrefixIndex(List<RegistryEntry> entries) {
        for (RegistryEntry entry : entries) {
            byPrefix.put(entry.prefix(), entry);
        }
    }

    /// The entry with the longest prefix; an exact prefix beats a wildcard of the same length.
    ///
    /// A prefix matches if it is the whole name or is followed by `/`, or, at the end of the host name, by `:`: so
    /// `example.com` matches `example.com:5000` too. A wildcard matches sub-domains at any depth, not the domain.
    Optional<RegistryEntry> find(Repository repository) {
        if (byPrefix.isEmpty()) {
            return Optional.empty();
        }
        @Nullable RegistryEntry exact = exact(repository);
        @Nullable RegistryEntry wildcard = wildcard(hostName(repository.host()));
        if (exact == null
                || (wildcard != null
                        && wildcard.prefix().length() > exact.prefix().length())) {
            return Optional.ofNullable(wildcard);
        }
        return Optional.of(exact);
    }

    private @Nullable RegistryEntry exact(Repository repository) {
        String name = repository.toString();
        int end = name.length();
        while (end > repository.host().length()) {
            RegistryEntry entry = byPrefix.get(name.substring(0, end));
            if (entry != null) {
                return entry;
            }
            end = name.lastIndexOf('/', end - 1);
        }
        RegistryEntry entry = byPrefix.get(repository.host());
        return entry != null ? entry : byPrefix.get(hostName(repository.host()));
    }

    private @Nullable RegistryEntry wildcard(String hostName) {
        for (int dot = hostName.indexOf('.'); dot >= 0; dot = hostName.indexOf('.', dot + 1)) {
            RegistryEntry entry = byPrefix.get(WILDCARD + hostName.substring(dot));
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /// The host without its port; the colons inside an IPv6 address's brackets are none.
    static String hostName(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.indexOf(']', colon) >= 0 ? host : host.substring(0, colon);
    }
}
