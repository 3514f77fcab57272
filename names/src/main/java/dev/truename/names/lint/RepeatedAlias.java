package dev.truename.names.lint;

/// A name that is defined again as it was.
final class RepeatedAlias implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "repeated-alias",
            Level.NOTE,
            "A later file says of a name what was said before.",
            "One of the two will be changed some day, and the other not.",
            "Remove one of the two lines.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (Scene.Redefinition redefinition : scene.redefinitions()) {
            if (redefinition.later().target().equals(redefinition.earlier().target())) {
                told.add(
                        RULE,
                        redefinition.later(),
                        ", as before (" + redefinition.earlier().origin() + ")",
                        "remove one of the two");
            }
        }
    }
}
