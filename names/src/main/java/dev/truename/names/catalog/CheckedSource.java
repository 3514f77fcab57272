package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.pullsource.PullSource;
import java.util.Optional;

/// A place that an alias leads to.
///
/// @param byTag whether it is asked for tags
/// @param byDigest whether it is asked for digests
/// @param answer nothing if it was not asked
public record CheckedSource(PullSource source, boolean byTag, boolean byDigest, Optional<SourceAnswer> answer) {
    public CheckedSource {
        requireNonNull(source);
        requireNonNull(answer);
    }

    /// Whether it said that it has the repository.
    public boolean has() {
        return answer.filter(SourceAnswer.Present.class::isInstance).isPresent();
    }

    /// What kept it from answering, if anything did.
    public Optional<SourceAnswer.Failed> failure() {
        return answer.filter(SourceAnswer.Failed.class::isInstance).map(SourceAnswer.Failed.class::cast);
    }
}
