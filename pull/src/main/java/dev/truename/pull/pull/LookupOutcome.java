package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// How a look-up ended.
public sealed interface LookupOutcome {
    /// What was asked in vain, in order.
    List<SourceFailure> failures();

    /// There is such an image.
    record Found(FoundImage image, List<SourceFailure> failures) implements LookupOutcome {
        public Found {
            requireNonNull(image);
            failures = List.copyOf(failures);
        }
    }

    /// There is none, or it could not be known.
    ///
    /// @param failures at least one
    record Failed(List<SourceFailure> failures) implements LookupOutcome {
        public Failed {
            failures = List.copyOf(failures);
        }
    }
}
