package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;

/// A name that a later line gives another meaning.
final class ShadowedAlias implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "shadowed-alias",
            Level.WARNING,
            "A later file gives a name another meaning.",
            "The earlier line does not count, though whoever reads its file believes it. What a name means"
                    + " depends on the order of files.",
            "Remove one of the two lines; if the override is meant, accept the later one.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Redefinition redefinition : scene.redefinitions()) {
            AliasDefinition earlier = redefinition.earlier();
            AliasDefinition later = redefinition.later();
            if (later.target().isPresent() && !later.target().equals(earlier.target())) {
                told.add(
                        RULE,
                        later,
                        " from here on; before, " + Told.says(earlier) + " (" + earlier.origin() + ")",
                        "remove one of the two");
            }
        }
    }
}
