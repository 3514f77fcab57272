package dev.truename.names.shortname;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import java.util.List;
import java.util.Optional;

/// What a name resolved to, and on whose word. Every reference has its tag defaulted and its digest kept. Callers
/// switch over every case; there is no "other".
public sealed interface Resolution {
    /// The name had its registry; it means itself.
    record AlreadyQualified(Qualified reference) implements Resolution {
        public AlreadyQualified {
            requireNonNull(reference);
        }
    }

    /// An alias table says so. The only candidate, in every mode.
    record Aliased(Qualified reference, AliasDefinition alias) implements Resolution {
        public Aliased {
            requireNonNull(reference);
            requireNonNull(alias);
        }
    }

    /// Somebody chose. The alias is recorded once the pull has succeeded, not before.
    record Chosen(Candidate candidate, Recording toRecord) implements Resolution {
        public Chosen {
            requireNonNull(candidate);
            requireNonNull(toRecord);
        }
    }

    /// No alias: the search registries, to be tried in order. At least one.
    record Searched(ShortName name, List<Candidate> candidates) implements Resolution {
        public Searched {
            requireNonNull(name);
            candidates = List.copyOf(candidates);
        }
    }

    /// Several candidates, a choice is required and nobody could be asked: nothing may be pulled.
    record Ambiguous(ShortName name, List<Candidate> candidates) implements Resolution {
        public Ambiguous {
            requireNonNull(name);
            candidates = List.copyOf(candidates);
        }
    }

    /// No alias and no search registries: nothing may be pulled.
    ///
    /// @param searchList where the empty list was written; none if no file has one
    /// @param erasure where an alias was taken away (`"name" = ""`), if one was
    record Unresolved(ShortName name, Optional<Origin> searchList, Optional<Origin> erasure) implements Resolution {
        public Unresolved {
            requireNonNull(name);
            requireNonNull(searchList);
            requireNonNull(erasure);
        }
    }

    /// No alias, and put behind a search registry it is no valid name (upper case, or too long): nothing may be pulled.
    ///
    /// @param registry the line of the first search registry that it does not fit
    record Inexpressible(ShortName name, Origin registry, String reason) implements Resolution {
        public Inexpressible {
            requireNonNull(name);
            requireNonNull(registry);
            requireNonNull(reason);
        }
    }
}
