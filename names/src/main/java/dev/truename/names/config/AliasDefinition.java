package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import java.util.Optional;

/// One line of an alias table.
///
/// @param key the short name's path, without tag and digest
/// @param target what it means; none where the line erases an alias read earlier (`"name" = ""`)
public record AliasDefinition(String key, Optional<Repository> target, Origin origin) {
    public AliasDefinition {
        requireNonNull(key);
        requireNonNull(target);
        requireNonNull(origin);
    }
}
