package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.Vendors;
import dev.truename.names.reference.Repository;
import java.util.Optional;

/// A name of the official table that means something else.
final class UnlikeOfficialTable implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "differs-from-official",
            Level.WARNING,
            "The official table that comes with Truename gives the name another meaning.",
            "The table was reviewed, name by name. Two tables that disagree make a name mean one image on one"
                    + " machine and another image on the next.",
            "Take the meaning of the official table, or accept the line with the reason why it is right:"
                    + " `truename table show NAME` tells what the table says.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        Optional<Repository> official = scene.official().meaning(alias.key());
        if (official.isPresent() && !official.get().equals(target) && !isStrangers(alias.key(), target)) {
            told.add(RULE, alias, "; in the official table it means " + official.get(), "write " + official.get());
        }
    }

    /// Whether another rule tells that this is not the vendor's.
    private static boolean isStrangers(String key, Repository target) {
        return Vendors.suggestedBy(key).filter(vendor -> !vendor.owns(target)).isPresent();
    }
}
