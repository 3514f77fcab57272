package dev.truename.names.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import java.util.Optional;

/// What one place says.
public sealed interface SourceAnswer {
    /// It is there.
    ///
    /// @param digest what the reference points at, on the place's word; nothing if the repository is there without
    /// this tag
    record Present(Optional<Digest> digest) implements SourceAnswer {
        public Present {
            requireNonNull(digest);
        }
    }

    /// It is not there.
    record Absent(Missing missing) implements SourceAnswer {
        public Absent {
            requireNonNull(missing);
        }
    }

    /// It could not be found out.
    ///
    /// @param detail one line for people; what came from outside is escaped in it, and it holds no secret
    record Failed(FailureKind kind, String detail) implements SourceAnswer {
        public Failed {
            requireNonNull(kind);
            requireNonNull(detail);
        }
    }
}
