package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.manifest.Platform;
import dev.truename.pull.policy.SignaturePolicyFiles;

/// How to pull.
///
/// @param platforms which images of an index
/// @param fallback when to go on to the next candidate
/// @param parallelBlobs how many blobs are fetched at once, over all pulls of one [Puller]
/// @param signatures which images may be pulled, as far as their signatures go
/// @param confirmed whether a source has to give what a digest names, even though the store has it. Where several
///     people pull into one store, what it has must not be had by whoever knows a digest and may not pull it
public record PullSettings(
        Platforms platforms,
        SearchFallback fallback,
        int parallelBlobs,
        SignaturePolicyFiles signatures,
        boolean confirmed) {
    /// As many as the reference implementation fetches at once.
    public static final int DEFAULT_PARALLEL_BLOBS = 6;

    /// Which images of an index are wanted.
    public sealed interface Platforms {
        /// All of them.
        record All() implements Platforms {}

        /// The one that fits.
        ///
        /// @param asked whether somebody asked for it, so that an image that says otherwise is refused; else it
        ///     is the host's own, and an image without an index is taken as it is
        record One(Platform platform, boolean asked) implements Platforms {}
    }

    /// When a search goes on to its next candidate.
    public enum SearchFallback {
        /// Only when a registry says that it has no such image. Whoever makes the first registry fail gains nothing.
        NOT_FOUND,
        /// On any failure, as older engines do: whoever holds the name further down the list is run when the first
        /// registry is down.
        ANY
    }

    public PullSettings {
        requireNonNull(platforms);
        requireNonNull(fallback);
        requireNonNull(signatures);
        if (parallelBlobs < 1) {
            throw new IllegalArgumentException("at least one blob at a time: " + parallelBlobs);
        }
    }
}
