package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import java.util.Optional;

/// One reviewed line.
///
/// @param key what it is about
/// @param target the repository that it decides for, in sections where it decides for one
/// @param reason one line, never blank
public record RuleLine(String key, Optional<Repository> target, String reason, Origin origin) {
    public RuleLine {
        requireNonNull(key);
        requireNonNull(target);
        requireNonNull(reason);
        requireNonNull(origin);
    }
}
