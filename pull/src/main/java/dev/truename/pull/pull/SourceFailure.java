package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import java.util.Comparator;
import java.util.Optional;

/// Why one source of one candidate did not give the image.
///
/// @param candidate the logical reference that was wanted
/// @param source where it was asked for; none if it failed before any source was asked
public record SourceFailure(Qualified candidate, Optional<PullSource> source, PullFailure failure) {
    /// The most telling first: what somebody must act on before what may pass, and what the registry itself said before
    /// what a mirror did. So a rate limit is not hidden by a "not found" further down the list.
    public static final Comparator<SourceFailure> MOST_TELLING_FIRST = Comparator.comparingInt(SourceFailure::rank);

    public SourceFailure {
        requireNonNull(candidate);
        requireNonNull(source);
        requireNonNull(failure);
    }

    boolean atMirror() {
        return source.map(PullSource::mirror).orElse(false);
    }

    /// Whether it is on this side, so that no other source would help.
    boolean isOurs() {
        return failure instanceof PullFailure.Cancelled || failure instanceof PullFailure.Storage;
    }

    private int rank() {
        return switch (failure) {
            case PullFailure.Cancelled _ -> 0;
            case PullFailure.Storage _ -> 1;
            case PullFailure.Mismatch _ -> 2;
            case PullFailure.RateLimited _ -> 3;
            case PullFailure.Unauthorized _ -> 4;
            case PullFailure.Blocked _, PullFailure.Unverified _ -> 5;
            case PullFailure.Unsupported _, PullFailure.TooLarge _, PullFailure.Malformed _ -> 6;
            case PullFailure.Tls _ -> atMirror() ? 10 : 7;
            case PullFailure.Unreachable _, PullFailure.ServerError _ -> atMirror() ? 11 : 8;
            case PullFailure.NotFound _ -> atMirror() ? 12 : 9;
        };
    }
}
