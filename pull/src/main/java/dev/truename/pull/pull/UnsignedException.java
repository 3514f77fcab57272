package dev.truename.pull.pull;

import dev.truename.pull.failure.PullException;

/// An image that a source tells is not signed as it has to be, or that cannot be known. That ends the pull of its
/// candidate: no other source is asked for something better, as none is by the reference.
final class UnsignedException extends PullException {
    private static final long serialVersionUID = 1L;

    UnsignedException(PullException cause) {
        super(cause.failure(), cause);
    }
}
