package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;

/// A name that a later line takes the meaning from.
final class ErasedAlias implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "erased-alias",
            Level.NOTE,
            "A later file takes a name its meaning.",
            "From then on the name is searched, or means nothing.",
            "Remove one of the two lines; nothing, if that is what is wanted.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Redefinition redefinition : scene.redefinitions()) {
            AliasDefinition earlier = redefinition.earlier();
            if (Erasures.isErasure(redefinition)
                    && Erasures.openRegistry(earlier.key(), scene).isEmpty()) {
                told.add(
                        RULE,
                        redefinition.later(),
                        " from here on; before, " + Told.says(earlier) + " (" + earlier.origin() + ")",
                        "nothing, if that is wanted");
            }
        }
    }
}
