package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;

/// A namespace that is a number.
final class HexNamespace implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "hex-namespace",
            Level.WARNING,
            "A namespace in the target's path is an identifier made by a machine.",
            "Nobody can see whose it is, and nobody notices another one in its place.",
            "Write the published name of the repository, or remove the line.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        String number = PathParts.machineMade(target.path());
        if (!number.isEmpty()) {
            told.add(RULE, alias, ", whose namespace " + number + " tells nobody whose it is", "write its real name");
        }
    }
}
