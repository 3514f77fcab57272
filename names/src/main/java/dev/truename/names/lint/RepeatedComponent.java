package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A path with a part twice.
final class RepeatedComponent implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "repeated-component",
            Level.WARNING,
            "A part of the target's path stands there twice in a row, unlike in the name.",
            "Somebody pasted the path behind a namespace that it had already. There is no such repository.",
            "Take one of the two out.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        String repeated = PathParts.repeated(target.path());
        if (PathParts.count(alias.key()) > 1
                && !repeated.isEmpty()
                && PathParts.repeated(alias.key()).isEmpty()) {
            told.add(RULE, alias, ", with \"" + repeated + "\" twice in a row", "write it once");
        }
    }
}
