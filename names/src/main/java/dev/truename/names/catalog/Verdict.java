package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;

/// What became of an entry, and on whose word.
public sealed interface Verdict {
    /// The line that decided: of the rules when a table is built, of the catalogue when one is read.
    Origin because();

    /// It is in the table as its source has it.
    record Kept(Origin because) implements Verdict {
        public Kept {
            requireNonNull(because);
        }
    }

    /// It is in the table though the repository's path is not the name: somebody reviewed that.
    record Renamed(String reason, Origin because) implements Verdict {
        public Renamed {
            requireNonNull(reason);
            requireNonNull(because);
        }
    }

    /// It is not in the table.
    record Dropped(TableRule rule, String reason, Origin because) implements Verdict {
        public Dropped {
            requireNonNull(rule);
            requireNonNull(reason);
            requireNonNull(because);
        }
    }
}
