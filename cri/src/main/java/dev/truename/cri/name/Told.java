package dev.truename.cri.name;

import dev.truename.names.reference.Printable;
import io.grpc.Status;
import io.grpc.StatusException;

/// What a caller is told of a failure: bounded, so that it fits a header, and without what cannot be seen.
public final class Told {
    /// In code points. The kubelet's events take a thousand, its log takes all.
    static final int MOST = 2000;

    private Told() {}

    public static StatusException of(Status.Code code, String text) {
        return status(code, text).asException();
    }

    public static Status status(Status.Code code, String text) {
        return code.toStatus().withDescription(Printable.text(text, MOST));
    }
}
