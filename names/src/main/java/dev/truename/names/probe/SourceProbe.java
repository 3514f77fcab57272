package dev.truename.names.probe;

import dev.truename.names.pullsource.PullSource;

/// Asks one place. Blocks; any number of threads may ask. Never throws: what went wrong is an answer. Interrupting the
/// asking thread ends its question with [FailureKind#INTERRUPTED].
public interface SourceProbe {
    /// Whether the image is there.
    ///
    /// @param source its reference has a tag or a digest
    SourceAnswer image(PullSource source);

    /// Whether there is anything to pull in the source's repository, whatever its tags are. Tag and digest of the
    /// source's reference do not matter.
    SourceAnswer repository(PullSource source);
}
