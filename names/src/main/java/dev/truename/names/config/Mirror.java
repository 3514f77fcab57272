package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

/// Another place that serves what a registry serves. A public mirror is never trusted to say what a tag means where
/// the configuration limits it to digests.
///
/// @param location `host[:port][/path]`
/// @param insecure whether TLS may go unverified, and plain HTTP be used, towards this mirror
public record Mirror(String location, boolean insecure, PullFrom pullFrom, Origin origin) {
    /// Which references a mirror is asked for (`pull-from-mirror`).
    public enum PullFrom {
        ALL("all"),
        DIGEST_ONLY("digest-only"),
        TAG_ONLY("tag-only");

        private final String word;

        PullFrom(String word) {
            this.word = word;
        }

        /// The word used in configuration files.
        public String word() {
            return word;
        }
    }

    public Mirror {
        requireNonNull(location);
        requireNonNull(pullFrom);
        requireNonNull(origin);
    }
}
