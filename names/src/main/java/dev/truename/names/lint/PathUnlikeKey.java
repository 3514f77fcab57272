package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A repository that is called otherwise than the name.
final class PathUnlikeKey implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "path-unlike-key",
            Level.WARNING,
            "The target's path does not end with the name.",
            "The name `rhel-minimal` that means `rhel-minimum` is a slip, and one that means something else"
                    + " altogether is a trap. Renames can be right; they are worth a second look each.",
            "Correct the target; if the rename is right, accept the line with its reason.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        boolean alike = target.path().equals(alias.key()) || target.path().endsWith("/" + alias.key());
        boolean elsewhere = scene.official().meaning(alias.key()).isPresent()
                || !PathParts.repeated(target.path()).isEmpty();
        if (!alike && !elsewhere) {
            told.add(
                    RULE, alias, ", whose path does not end with the name", "see that the repository is the right one");
        }
    }
}
