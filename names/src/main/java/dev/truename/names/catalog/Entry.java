package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import java.util.Comparator;
import java.util.List;

/// A name and what it would mean.
///
/// @param key a short name without tag and digest
/// @param origins the lines that say so, one or more
public record Entry(String key, Repository target, List<Origin> origins) {
    /// By key, names without a namespace first, then by target.
    public static final Comparator<Entry> ORDER = Comparator.comparing(Entry::key, Entry::compareKeys)
            .thenComparing(entry -> entry.target().toString());

    public Entry {
        requireNonNull(key);
        requireNonNull(target);
        origins = List.copyOf(origins);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException(key + " is from nowhere");
        }
    }

    /// Whether the repository's path is the name.
    public boolean isPlain() {
        return key.equals(target.path());
    }

    static int compareKeys(String a, String b) {
        int byRoot = Boolean.compare(a.indexOf('/') >= 0, b.indexOf('/') >= 0);
        return byRoot != 0 ? byRoot : a.compareTo(b);
    }
}
