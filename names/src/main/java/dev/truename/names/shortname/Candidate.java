package dev.truename.names.shortname;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;

/// One thing that a short name could mean.
///
/// @param reference with the tag defaulted
/// @param origin the line of the search registry that gave it
public record Candidate(Qualified reference, Origin origin) {
    public Candidate {
        requireNonNull(reference);
        requireNonNull(origin);
    }
}
