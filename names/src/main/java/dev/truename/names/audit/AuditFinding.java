package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;

/// Something found of a name. Several may hold at once; one name has at most one of a kind.
public sealed interface AuditFinding {
    /// The class for gates and reports.
    default AuditClass kind() {
        return switch (this) {
            case Squattable _ -> AuditClass.SQUATTABLE;
            case Ambiguous _ -> AuditClass.AMBIGUOUS;
            case Missing _ -> AuditClass.MISSING;
            case Unresolved _, Inexpressible _ -> AuditClass.UNRESOLVED;
            case Invalid _ -> AuditClass.INVALID;
            case Blocked _ -> AuditClass.BLOCKED;
            case BreaksUnderEnforcing _ -> AuditClass.BREAKS_UNDER_ENFORCING;
            case Unknown _ -> AuditClass.UNKNOWN;
            case ContradictsOfficial _ -> AuditClass.CONTRADICTS_OFFICIAL;
            case NearMiss _ -> AuditClass.NEAR_MISS;
            case Identical _ -> AuditClass.IDENTICAL;
            case OfficialUnused _ -> AuditClass.OFFICIAL_UNUSED;
            case OneRegistry _ -> AuditClass.ONE_REGISTRY;
            case Alias _ -> AuditClass.ALIAS;
            case FullName _ -> AuditClass.QUALIFIED;
        };
    }

    /// @param places where anybody could put it, in the order in which they are asked
    /// @param sure whether one of those registries said that it does not have it; else that is possible, and no
    ///     more
    record Squattable(List<Target> places, boolean sure) implements AuditFinding {
        public Squattable {
            places = List.copyOf(places);
        }
    }

    /// @param holders two or more: those that have it, or could have it
    /// @param asked whether they have it, and not all the same image; else nobody asked
    record Ambiguous(List<Target> holders, boolean asked) implements AuditFinding {
        public Ambiguous {
            holders = List.copyOf(holders);
        }
    }

    /// @param places those that said that they do not have it
    record Missing(List<Target> places) implements AuditFinding {
        public Missing {
            places = List.copyOf(places);
        }
    }

    /// No alias and no search registries.
    ///
    /// @param searchList where the empty list was written; none if no file has one
    record Unresolved(Optional<Origin> searchList) implements AuditFinding {
        public Unresolved {
            requireNonNull(searchList);
        }
    }

    /// No alias, and no valid name behind a search registry.
    ///
    /// @param registry the line of the search registry that it does not fit
    record Inexpressible(Origin registry, String reason) implements AuditFinding {
        public Inexpressible {
            requireNonNull(registry);
            requireNonNull(reason);
        }
    }

    /// No name at all.
    record Invalid(String reason) implements AuditFinding {
        public Invalid {
            requireNonNull(reason);
        }
    }

    /// @param places those that may not be pulled from, though a pull comes to them
    record Blocked(List<Target> places) implements AuditFinding {
        public Blocked {
            places = List.copyOf(places);
        }
    }

    /// @param registries how many search registries there are, two or more
    /// @param now whether the mode is enforcing already
    record BreaksUnderEnforcing(int registries, boolean now) implements AuditFinding {}

    /// @param places those that could not be asked, or failed
    record Unknown(List<Target> places) implements AuditFinding {
        public Unknown {
            places = List.copyOf(places);
        }
    }

    /// @param official what the official table says
    record ContradictsOfficial(AliasDefinition alias, Repository official) implements AuditFinding {
        public ContradictsOfficial {
            requireNonNull(alias);
            requireNonNull(official);
        }
    }

    /// @param near aliases that may have been meant, at least one
    record NearMiss(List<AliasDefinition> near) implements AuditFinding {
        public NearMiss {
            near = List.copyOf(near);
        }
    }

    /// @param holders two or more, with one digest
    record Identical(List<Target> holders) implements AuditFinding {
        public Identical {
            holders = List.copyOf(holders);
        }
    }

    /// @param official what the official table says
    record OfficialUnused(Repository official) implements AuditFinding {
        public OfficialUnused {
            requireNonNull(official);
        }
    }

    /// @param holder what the name means: the only one that has it, or the only one that is asked
    record OneRegistry(Target holder) implements AuditFinding {
        public OneRegistry {
            requireNonNull(holder);
        }
    }

    /// An alias says what it means.
    record Alias(AliasDefinition alias) implements AuditFinding {
        public Alias {
            requireNonNull(alias);
        }
    }

    /// It says what it means.
    record FullName() implements AuditFinding {}
}
