package dev.truename.cri.log;

import dev.truename.names.config.Origin;
import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.SourceFailure;

/// Failures and places in words.
final class Causes {
    private Causes() {}

    static String of(PullFailure failure) {
        return failure.source() + ": " + failure.detail();
    }

    /// Where it failed, and why.
    static String of(SourceFailure failure) {
        return place(failure) + ": " + of(failure.failure());
    }

    static String place(SourceFailure failure) {
        return failure.source().map(Causes::place).orElse(failure.candidate().toString());
    }

    static String place(PullSource source) {
        return source.reference().repository()
                + (source.mirror() ? " (a mirror" : " (the registry")
                + source.origin()
                        .map(Origin::toString)
                        .map(origin -> ", " + origin)
                        .orElse("")
                + ")";
    }
}
