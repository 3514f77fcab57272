package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;
import java.util.Set;

/// A registry that only some networks know.
final class PrivateDomain implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "private-domain",
            Level.NOTE,
            "An alias means a host that only some networks know.",
            "Whoever answers for the name in the network of the day says what is run. On the machine itself,"
                    + " `localhost`, that is whoever runs a server there.",
            "Keep such names out of tables that leave the network.");

    /// Names that are delegated to nobody (RFC 2606, 6761, 6762, 7686, 8375, 9476), or never will be.
    private static final Set<String> PRIVATE = Set.of(
            "local",
            "localhost",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "mail",
            "arpa",
            "test",
            "example",
            "invalid",
            "onion",
            "alt");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        HostName host = scene.host(target.host());
        if (host.isLoopback() || PRIVATE.contains(host.topDomain())) {
            told.add(RULE, alias, ", a host that only some networks know", "keep it in files of that network");
        }
    }
}
