package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullFailure;
import java.util.Optional;

/// A source together with the repository to ask.
record RemoteSource(PullSource source, RemoteRepository repository) {
    RemoteSource {
        requireNonNull(source);
        requireNonNull(repository);
    }

    /// How it is named in messages.
    String name() {
        return source.reference().repository().toString();
    }

    SourceFailure failed(Qualified candidate, PullFailure failure) {
        return new SourceFailure(candidate, Optional.of(source), failure);
    }
}
