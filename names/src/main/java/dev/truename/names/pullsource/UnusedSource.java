package dev.truename.names.pullsource;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;

/// A place that the configuration names for a reference and that is not asked.
///
/// @param location as written, or as rewritten
/// @param because the line that says why
public record UnusedSource(String location, boolean mirror, Reason reason, Origin because) {
    /// Why a place is not asked.
    public enum Reason {
        /// The reference has no digest, and the mirror is asked for digests only.
        DIGEST_ONLY,
        /// The reference has a digest, and the mirror is asked for tags only.
        TAG_ONLY,
        /// The logical name is blocked.
        BLOCKED,
        /// The physical name is blocked.
        BLOCKED_LOCATION,
        /// The rewritten name is no valid reference.
        INVALID_NAME
    }

    public UnusedSource {
        requireNonNull(location);
        requireNonNull(reason);
        requireNonNull(because);
    }
}
