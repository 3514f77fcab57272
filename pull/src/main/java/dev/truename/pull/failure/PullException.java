package dev.truename.pull.failure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Carries a [PullFailure] to where it is dealt with.
public class PullException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient PullFailure failure;

    public PullException(PullFailure failure) {
        this(failure, null);
    }

    public PullException(PullFailure failure, @Nullable Throwable cause) {
        super(failure.source() + ": " + failure.detail(), cause);
        this.failure = requireNonNull(failure);
    }

    public PullFailure failure() {
        return failure;
    }
}
