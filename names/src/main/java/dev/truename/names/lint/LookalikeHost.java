package dev.truename.names.lint;

import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.KnownRegistry;
import dev.truename.names.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A host that is nearly a well-known registry.
final class LookalikeHost implements Check.OfHost {
    private static final LintRule RULE = new LintRule(
            "lookalike-host",
            Level.ERROR,
            "A host looks like a well-known registry and is none.",
            "Who mistypes `icr.io` as `icr.com` trusts whoever owns that domain. Names like that are bought"
                    + " for the purpose.",
            "Write the registry that is meant. If this one is: accept the line with a reason.");

    private static final List<String> KNOWN = known();

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(HostUse use, Told told) {
        String name = use.host().name();
        if (use.host().known().isEmpty()
                && KnownRegistries.ofWebSite(name).isEmpty()
                && !use.host().isAddress()) {
            like(name)
                    .ifPresent(known -> told.add(
                            RULE,
                            use.origin(),
                            use.subject(),
                            use.words() + ", but " + name + " only looks like " + known,
                            "write " + known + " if that is meant"));
        }
    }

    private static List<String> known() {
        List<String> hosts = new ArrayList<>();
        for (KnownRegistry registry : KnownRegistries.all()) {
            if (registry.host().indexOf('*') < 0) {
                hosts.add(registry.host());
            }
        }
        return hosts;
    }

    private static Optional<String> like(String name) {
        return KNOWN.stream().filter(known -> isLike(name, known)).findFirst();
    }

    /// One letter away, in another top-level domain, or with the registry's whole name in front of a stranger's.
    private static boolean isLike(String name, String known) {
        return Spelling.isNear(name, known)
                || name.startsWith(known + ".")
                || (name.indexOf('.') > 0
                        && known.startsWith(name.substring(0, name.lastIndexOf('.') + 1))
                        && known.lastIndexOf('.') == name.lastIndexOf('.'));
    }
}
