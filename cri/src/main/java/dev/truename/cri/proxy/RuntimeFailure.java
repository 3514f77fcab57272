package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;

import io.grpc.StatusException;
import java.util.Optional;

/// Why the runtime did not pull a candidate, in its own words.
///
/// @param keptBack the host that the request's credentials are for, if they were not handed on
record RuntimeFailure(Handed handed, Optional<String> keptBack, StatusException cause) {
    RuntimeFailure {
        requireNonNull(handed);
        requireNonNull(keptBack);
        requireNonNull(cause);
    }

    /// Whether the registry said that it has no such image.
    boolean isAbsence() {
        return handed.registry()
                .filter(registry -> AbsenceAnswer.isIn(cause.getStatus(), registry))
                .isPresent();
    }

    /// The runtime's words; its code, if it gave none.
    String words() {
        String description = cause.getStatus().getDescription();
        return description == null ? cause.getStatus().getCode().name() : description;
    }
}
