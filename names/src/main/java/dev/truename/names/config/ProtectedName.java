package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;

/// A short name that keeps its meaning, whatever the layers below say.
///
/// @param definition what counts: an alias, or an erasure, so that the name is to have none
/// @param by who protects it: files of owners below do not redefine it
/// @param policy the line that says so
/// @param refused the definitions of lower layers that mean something else and do not count, in reading order
public record ProtectedName(AliasDefinition definition, Owner by, Origin policy, List<AliasDefinition> refused) {
    public ProtectedName {
        requireNonNull(definition);
        requireNonNull(by);
        requireNonNull(policy);
        refused = List.copyOf(refused);
    }

    /// Whether a definition in a file of this owner would not count.
    ///
    /// @param target none for an erasure
    public boolean refuses(Optional<Repository> target, Owner owner) {
        return by.isAbove(owner) && !definition.target().equals(target);
    }
}
