package dev.truename.names.lint;

import dev.truename.names.config.Sourced;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.KnownRegistry;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import java.util.Optional;

/// Names whose meaning was taken from them.
final class Erasures {
    private Erasures() {}

    static boolean isErasure(Scene.Redefinition redefinition) {
        return redefinition.later().target().isEmpty()
                && redefinition.earlier().target().isPresent();
    }

    /// The first search registry in which a stranger could take the name.
    static Optional<String> openRegistry(String key, Scene scene) {
        return scene.merged().searchRegistries().registries().stream()
                .map(Sourced::value)
                .filter(host -> canBeTaken(host, key))
                .findFirst();
    }

    private static boolean canBeTaken(String host, String key) {
        try {
            Repository repository = new Repository(host, key);
            Optional<KnownRegistry> registry = KnownRegistries.of(repository.host());
            return registry.isPresent() && registry.get().canBeTaken(repository.path());
        } catch (InvalidReferenceException e) {
            return false; // no registry can hold the name
        }
    }
}
