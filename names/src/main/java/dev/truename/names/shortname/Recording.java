package dev.truename.names.shortname;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;

/// An alias to write once the pull of a chosen candidate has succeeded, and not before.
///
/// @param key with no tag and no digest
public record Recording(ShortName key, Repository target) {
    public Recording {
        requireNonNull(key);
        requireNonNull(target);
    }
}
