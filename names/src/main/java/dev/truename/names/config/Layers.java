package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose the files of a configuration are, and which names a policy protects.
///
/// @param policy the policy that was read; none if there is none
/// @param owners whose each file is that was read; where there is a policy the alias file's too, if it is missing
/// @param protectedNames by short name
public record Layers(Optional<Path> policy, Map<Path, Owner> owners, Map<String, ProtectedName> protectedNames) {
    /// No file, and nothing protected.
    public static final Layers NONE = new Layers(Optional.empty(), Map.of(), Map.of());

    public Layers {
        requireNonNull(policy);
        owners = Map.copyOf(owners);
        protectedNames = Map.copyOf(protectedNames);
    }

    /// Whose a value is; none for one that no file gave, such as an option's.
    public Optional<Owner> owner(Origin origin) {
        @Nullable Owner owner = owners.get(origin.file());
        return Optional.ofNullable(owner);
    }

    /// What protects a short name's path, if anything does.
    public Optional<ProtectedName> protection(String path) {
        @Nullable ProtectedName name = protectedNames.get(path);
        return Optional.ofNullable(name);
    }

    /// Fails if an alias in this file would not count.
    ///
    /// @throws ProtectedNameException if a layer above the file's protects the name, with another meaning
    public void requireFree(ShortName name, Repository target, Path file) throws ProtectedNameException {
        Owner owner = owners.getOrDefault(file, Owner.USER);
        @Nullable ProtectedName held = protectedNames.get(name.path());
        if (held != null && held.refuses(Optional.of(target), owner)) {
            throw new ProtectedNameException(held);
        }
    }
}
