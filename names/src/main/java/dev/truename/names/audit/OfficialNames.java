package dev.truename.names.audit;

import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.reference.Repository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an official alias table says, whether or not it is installed.
public record OfficialNames(Map<String, Repository> targets) {
    /// A table that knows nothing.
    public static final OfficialNames NONE = new OfficialNames(Map.of());

    public OfficialNames {
        targets = Map.copyOf(targets);
    }

    /// The table of a catalogue's profile.
    public static OfficialNames of(Catalogue catalogue, String profile) {
        Map<String, Repository> targets = new HashMap<>();
        for (CatalogueEntry entry : catalogue.table(profile)) {
            targets.put(entry.key(), entry.target());
        }
        return new OfficialNames(targets);
    }

    /// What a short name's path means to it.
    public Optional<Repository> target(String path) {
        @Nullable Repository target = targets.get(path);
        return Optional.ofNullable(target);
    }
}
