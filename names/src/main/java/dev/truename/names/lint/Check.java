package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.FileContent;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.reference.Repository;

/// Looks for one thing. Has no state.
sealed interface Check {
    LintRule rule();

    void look(Scene scene, Told told);

    /// What is seen in one alias by itself.
    non-sealed interface OfAlias extends Check {
        void look(AliasDefinition alias, Repository target, Scene scene, Told told);

        @Override
        default void look(Scene scene, Told told) {
            for (FileContent file : scene.files()) {
                for (AliasDefinition alias : file.aliases()) {
                    if (alias.target().isPresent()) {
                        look(alias, alias.target().get(), scene, told);
                    }
                }
            }
        }
    }

    /// What is seen in the name of a host, wherever it is written.
    non-sealed interface OfHost extends Check {
        void look(HostUse use, Told told);

        @Override
        default void look(Scene scene, Told told) {
            scene.hosts().forEach(use -> look(use, told));
        }
    }

    /// What is seen in a `[[registry]]` table that counts.
    non-sealed interface OfRegistry extends Check {
        void look(RegistryEntry entry, Scene scene, Told told);

        @Override
        default void look(Scene scene, Told told) {
            scene.merged().registries().forEach(entry -> look(entry, scene, told));
        }
    }

    /// What is seen when all is looked at together.
    non-sealed interface OfAll extends Check {}
}
