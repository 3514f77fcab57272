package dev.truename.cri.backend;

import static java.util.Objects.requireNonNull;

import io.grpc.Deadline;
import io.grpc.Metadata;
import java.util.Optional;

/// What a call brings with it.
///
/// @param snapshot the configuration that all of this call is decided by, whatever is reloaded meanwhile
/// @param headers what the caller sent beside its request; not to be changed
/// @param deadline when the caller stops waiting
public record CallContext(NodeSnapshot snapshot, Metadata headers, Optional<Deadline> deadline) {
    public CallContext {
        requireNonNull(snapshot);
        requireNonNull(headers);
        requireNonNull(deadline);
    }

    /// One without headers and deadline.
    public static CallContext of(NodeSnapshot snapshot) {
        return new CallContext(snapshot, new Metadata(), Optional.empty());
    }
}
