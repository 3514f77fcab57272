package dev.truename.cli.progress;

import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.SourceFailure;

/// Parts of a pull in words.
final class EventText {
    private static final int SHORT = 12;

    private EventText() {}

    /// Enough of a digest to tell layers apart.
    static String shortDigest(Descriptor blob) {
        return blob.digest().hex().substring(0, SHORT);
    }

    static String place(PullSource source) {
        return source.reference().repository() + (source.mirror() ? " (a mirror)" : "");
    }

    static String failure(SourceFailure failure) {
        return failure.source().map(EventText::place).orElse(failure.candidate().toString()) + ": "
                + failure(failure.failure());
    }

    static String failure(PullFailure failure) {
        return failure.source() + ": " + failure.detail();
    }
}
