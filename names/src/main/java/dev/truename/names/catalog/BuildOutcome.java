package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Finding;
import java.util.List;

/// What came of building a table.
public sealed interface BuildOutcome {
    /// @param judged every entry of every source with its verdict, in [CatalogueEntry#ORDER]
    /// @param stale lines of the rules that decided nothing, in the order of the file
    record Built(Catalogue catalogue, List<CatalogueEntry> judged, List<Finding> stale) implements BuildOutcome {
        public Built {
            requireNonNull(catalogue);
            judged = List.copyOf(judged);
            stale = List.copyOf(stale);
        }
    }

    /// Nothing was built: somebody has to decide first.
    ///
    /// @param conflicts one or more, by name
    record Undecided(List<Conflict> conflicts) implements BuildOutcome {
        public Undecided {
            conflicts = List.copyOf(conflicts);
        }
    }
}
