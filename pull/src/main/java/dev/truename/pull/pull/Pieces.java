package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Where the pieces of an image come from once its root is known: each has a digest, so that any source of the same
/// reference may give it.
///
/// @param sources the one that told the root first
record Pieces(Qualified candidate, List<RemoteSource> sources, PullListener listener) {
    /// What is asked of a source.
    @FunctionalInterface
    interface Question<T> {
        T ask(RemoteSource source) throws PullException;
    }

    Pieces {
        requireNonNull(candidate);
        sources = List.copyOf(sources);
        requireNonNull(listener);
    }

    RemoteSource teller() {
        return sources.getFirst();
    }

    /// The first answer.
    ///
    /// @param told the event for a source that fails
    /// @throws PiecesException if no source answers
    <T> T first(Question<T> question, BiFunction<RemoteSource, SourceFailure, PullEvent> told) throws PullException {
        List<SourceFailure> failures = new ArrayList<>();
        for (RemoteSource source : sources) {
            try {
                return question.ask(source);
            } catch (PullException e) {
                SourceFailure failure = source.failed(candidate, e.failure());
                if (failure.isOurs()) {
                    throw e;
                }
                failures.add(failure);
                listener.on(told.apply(source, failure));
            }
        }
        throw new PiecesException(failures);
    }
}
