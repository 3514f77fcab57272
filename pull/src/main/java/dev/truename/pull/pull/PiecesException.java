package dev.truename.pull.pull;

import dev.truename.pull.failure.PullException;
import java.util.List;

/// A piece of an image could be had from none of its sources. Its failure is the most telling one.
final class PiecesException extends PullException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceFailure> failures;

    /// @param failures of each source that was asked for the piece, at least one
    PiecesException(List<SourceFailure> failures) {
        super(new PullOutcome.Failed(failures).mostTelling().failure());
        this.failures = List.copyOf(failures);
    }

    List<SourceFailure> failures() {
        return failures;
    }
}
