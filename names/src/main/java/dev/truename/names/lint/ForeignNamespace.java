package dev.truename.names.lint;

import dev.truename.names.catalog.TableRule;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// Another party's images in an official registry.
final class ForeignNamespace implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "foreign-namespace",
            Level.NOTE,
            "The registry is the vendor's, but the namespace is not.",
            "A vendor's registry has other parties' images, too. Its host alone says nothing about who made"
                    + " an image.",
            "Look who the namespace belongs to; remove the line if that is not whom you trust.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        scene.official()
                .refusal(alias, TableRule.NAMESPACE)
                .ifPresent(reason -> told.add(
                        RULE, alias, "; the official table leaves it out: " + reason, "see whose images these are"));
    }
}
