package dev.truename.pull.transport;

import org.jspecify.annotations.Nullable;

/// What two exchanges must have in common to share a connection.
///
/// @param verified whether the certificate was, or is to be, verified; of no meaning without TLS
/// @param outsideOnly whether the address must not be an internal one
record Route(Endpoint endpoint, boolean verified, boolean outsideOnly) {
    // By hand, see docs/decisions/0013.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Route that
                && endpoint.equals(that.endpoint)
                && verified == that.verified
                && outsideOnly == that.outsideOnly;
    }

    @Override
    public int hashCode() {
        return endpoint.hashCode();
    }
}
