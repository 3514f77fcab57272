package dev.truename.names.config;

/// Which files count, and in which order: the search rules changed between two generations of the reference
/// implementation, and both are in use.
public enum Generation {
    /// The user's, then /etc, then /usr/share, drop-ins of all of them merged by base name; version 1 is refused.
    CURRENT,
    /// The user's main file hides all of /etc; no /usr/share; version 1 is accepted in the main file.
    LEGACY
}
