package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;

/// A name that is searched once its meaning is taken.
final class ErasedToSearch implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "erased-to-search",
            Level.WARNING,
            "A later file takes a name its meaning, and the name is then searched where anybody may take it.",
            "People go on using the name. Whoever registers it in that registry decides what they run.",
            "Give the name a meaning instead of none, or take the registry off the search list.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Redefinition redefinition : scene.redefinitions()) {
            AliasDefinition earlier = redefinition.earlier();
            if (Erasures.isErasure(redefinition)) {
                Erasures.openRegistry(earlier.key(), scene)
                        .ifPresent(registry -> told.add(
                                RULE,
                                redefinition.later(),
                                " from here on and is searched in " + registry + ", where anybody may take it; before, "
                                        + Told.says(earlier) + " (" + earlier.origin() + ")",
                                "give it a meaning"));
            }
        }
    }
}
