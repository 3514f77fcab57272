package dev.truename.cri.own;

import dev.truename.names.reference.Digest;
import dev.truename.pull.pull.PullOutcome;

/// How a pull ended, for all who waited for it.
sealed interface PullEnd {
    /// @param image its id
    record Pulled(Digest image) implements PullEnd {}

    record Failed(PullOutcome.Failed outcome) implements PullEnd {}
}
