package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.Vendor;
import dev.truename.names.known.Vendors;
import dev.truename.names.reference.Repository;
import java.util.List;

/// A name that looks official and leads to somebody else.
final class ThirdPartyHost implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "third-party-host",
            Level.ERROR,
            "A name that looks like a vendor's means a registry that is not the vendor's.",
            "Whoever writes `redhat/...` or `ubi...` trusts that vendor, and runs what somebody else pushes."
                    + " Nothing in the name tells.",
            "Remove the line, or let the name mean the vendor's own repository.");

    private static final int MOST_PLACES = 3;

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        Vendors.suggestedBy(alias.key())
                .filter(vendor -> !vendor.owns(target))
                .ifPresent(vendor -> told.add(RULE, alias, ", but looks like " + vendor.name() + "'s", fix(vendor)));
    }

    private static String fix(Vendor vendor) {
        List<String> places = vendor.places();
        String some = String.join(", ", places.subList(0, Math.min(MOST_PLACES, places.size())));
        return "remove it, or write a repository in " + some + (places.size() > MOST_PLACES ? " or the like" : "");
    }
}
