package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.List;

/// What a name is to mean from now on. Only what is sure is decided: the rest is for somebody who knows.
public sealed interface Decision {
    /// A full name needs none, and what is no name can have none.
    record Needless() implements Decision {}

    /// It is to mean this.
    record Decided(ShortName name, Repository repository, Reason reason) implements Decision {
        public Decided {
            requireNonNull(name);
            requireNonNull(repository);
            requireNonNull(reason);
        }

        /// The full name to write instead, with the tag and digest as they were written.
        public Qualified fullName() {
            return name.in(repository);
        }
    }

    /// Nobody here can tell.
    ///
    /// @param candidates what it could mean; may be empty
    record Undecided(ShortName name, List<Target> candidates, Doubt doubt) implements Decision {
        public Undecided {
            requireNonNull(name);
            candidates = List.copyOf(candidates);
            requireNonNull(doubt);
        }
    }

    /// On whose word a name is to mean something.
    sealed interface Reason {
        /// An alias of the configuration says so now.
        record PresentAlias(AliasDefinition alias) implements Reason {
            public PresentAlias {
                requireNonNull(alias);
            }
        }

        /// The official table says so.
        record OfficialTable() implements Reason {}

        /// Of all search registries it alone has it.
        ///
        /// @param without those that said that they do not
        record OnlyHolder(Digest digest, List<Repository> without) implements Reason {
            public OnlyHolder {
                requireNonNull(digest);
                without = List.copyOf(without);
            }
        }

        /// Several have the same image; it is the preferred one of them, else the first where not anybody may register
        /// names, else the first that is asked.
        record SameEverywhere(Digest digest, List<Repository> others) implements Reason {
            public SameEverywhere {
                requireNonNull(digest);
                others = List.copyOf(others);
            }
        }

        /// There is one search registry.
        record OnlyRegistry(Origin origin) implements Reason {
            public OnlyRegistry {
                requireNonNull(origin);
            }
        }

        /// Whoever asked prefers this registry where several come into question.
        record Preferred(String host) implements Reason {
            public Preferred {
                requireNonNull(host);
            }
        }
    }

    /// Why nobody can tell.
    enum Doubt {
        /// Several registries could have it, and were not asked.
        NOT_ASKED,
        /// Several registries have it, and not the same image.
        DIFFERENT_IMAGES,
        /// No registry has it.
        MISSING,
        /// A registry did not answer.
        NO_ANSWER,
        /// A registry that comes into question is blocked.
        BLOCKED,
        /// There is no registry that could have it.
        NO_CANDIDATE
    }
}
