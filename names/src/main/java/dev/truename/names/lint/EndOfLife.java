package dev.truename.names.lint;

import dev.truename.names.catalog.TableRule;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// An image of a product that is out of maintenance.
final class EndOfLife implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "end-of-life",
            Level.NOTE,
            "The image is of a product that is out of maintenance.",
            "It gets no security updates any more. A short name makes it as easy to use as one that does.",
            "Remove the line, so that whoever wants the old image has to write its full name.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        scene.official()
                .refusal(alias, TableRule.END_OF_LIFE)
                .ifPresent(reason -> told.add(RULE, alias, ", which is out of maintenance: " + reason, "remove it"));
    }
}
