package dev.truename.names.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import java.util.List;
import java.util.Optional;

/// What the outside says of one reference, all of its places taken together.
public sealed interface ProbeAnswer {
    /// It is there.
    ///
    /// @param digest on the source's word; nothing was fetched to verify it
    /// @param source who answered
    /// @param before the sources that were asked before, in order, and did not have it
    record Present(Digest digest, PullSource source, List<Asked> before) implements ProbeAnswer {
        public Present {
            requireNonNull(digest);
            requireNonNull(source);
            before = List.copyOf(before);
        }
    }

    /// It is not there: the registry itself says so or, where only mirrors may be asked, all of them do.
    ///
    /// @param asked all sources, in order
    record Absent(Missing missing, List<Asked> asked) implements ProbeAnswer {
        public Absent {
            requireNonNull(missing);
            asked = List.copyOf(asked);
        }
    }

    /// Nobody knows.
    ///
    /// @param kind the most telling of the failures
    /// @param detail one line for people, that says where; holds no secret
    /// @param asked all sources, in order
    record Failed(FailureKind kind, String detail, List<Asked> asked) implements ProbeAnswer {
        public Failed {
            requireNonNull(kind);
            requireNonNull(detail);
            asked = List.copyOf(asked);
        }
    }

    /// The configuration forbids every place, so nobody was asked.
    ///
    /// @param because the line that forbids it
    record Blocked(Optional<Origin> because) implements ProbeAnswer {
        public Blocked {
            requireNonNull(because);
        }
    }

    /// A source and what it said.
    record Asked(PullSource source, SourceAnswer answer) {
        public Asked {
            requireNonNull(source);
            requireNonNull(answer);
        }
    }
}
