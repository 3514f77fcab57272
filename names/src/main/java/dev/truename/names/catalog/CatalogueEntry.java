package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An entry with its verdict.
///
/// @param namespace what is known of the namespace that the target is in; none where the rules do not name it
public record CatalogueEntry(Entry entry, Optional<Namespace> namespace, Verdict verdict) {
    /// In the order of [Entry#ORDER], then by where they are from.
    public static final Comparator<CatalogueEntry> ORDER = Comparator.comparing(CatalogueEntry::entry, Entry.ORDER)
            .thenComparing(entry -> entry.entry().origins().getFirst().toString());

    public CatalogueEntry {
        requireNonNull(entry);
        requireNonNull(namespace);
        requireNonNull(verdict);
        if (namespace.isEmpty() && !(verdict instanceof Verdict.Dropped)) {
            throw new IllegalArgumentException(entry.key() + " is kept but of no known namespace");
        }
    }

    public String key() {
        return entry.key();
    }

    public Repository target() {
        return entry.target();
    }

    /// Whether it is in the table, and so in [Catalogue#OFFICIAL].
    public boolean isKept() {
        return !(verdict instanceof Verdict.Dropped);
    }

    /// Whether a table of this profile has it.
    public boolean isIn(String profile) {
        return isKept()
                && (profile.equals(Catalogue.OFFICIAL)
                        || namespace.orElseThrow().profiles().contains(profile));
    }

    /// The profiles whose tables have it, [Catalogue#OFFICIAL] first; none if it is dropped.
    public List<String> profiles() {
        List<String> profiles = new ArrayList<>();
        if (isKept()) {
            profiles.add(Catalogue.OFFICIAL);
            profiles.addAll(namespace.orElseThrow().profiles());
        }
        return profiles;
    }
}
