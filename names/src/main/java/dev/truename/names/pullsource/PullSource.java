package dev.truename.names.pullsource;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;
import java.util.Optional;

/// One physical place that a reference is fetched from.
///
/// @param reference the name there; tag and digest are those of the logical reference
/// @param mirror whether it is a mirror, or the registry itself
/// @param insecure whether TLS may go unverified, and plain HTTP be used, here and nowhere else
/// @param origin the line of the mirror or of the registry's table; none where no table applies
public record PullSource(Qualified reference, boolean mirror, boolean insecure, Optional<Origin> origin) {
    public PullSource {
        requireNonNull(reference);
        requireNonNull(origin);
    }
}
