package dev.truename.names.lint;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;

/// A search that guesses.
final class PermissiveSearch implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "permissive-search",
            Level.WARNING,
            "Several registries are searched, and the mode allows to guess.",
            "Where nobody can be asked, as in scripts, services and builds, the first registry that answers"
                    + " is taken: what a name means depends on what registries have today.",
            "Set `short-name-mode = \"enforcing\"`, and give aliases to the names that are used.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        SearchRegistries search = scene.merged().searchRegistries();
        long different = search.registries().stream()
                .map(registry -> scene.host(registry.value()).canonical())
                .distinct()
                .count();
        if (different > 1 && scene.merged().effectiveMode() != ShortNameMode.ENFORCING) {
            search.origin()
                    .ifPresent(origin -> told.add(
                            RULE,
                            origin,
                            "unqualified-search-registries",
                            different + " registries are searched, and "
                                    + scene.merged()
                                            .mode()
                                            .map(PermissiveSearch::words)
                                            .orElse("no file sets a mode")
                                    + ": where nobody can be asked, the first that has a name is taken",
                            "set short-name-mode = \"enforcing\""));
        }
    }

    private static String words(Sourced<ShortNameMode> mode) {
        return "the mode is " + mode.value().word() + " (" + mode.origin() + ")";
    }
}
