package dev.truename.names.lint;

/// A host that has another name in the rest of the world.
final class OtherSpelling implements Check.OfHost {
    private static final LintRule RULE = new LintRule(
            "other-spelling",
            Level.WARNING,
            "A registry is written in another way than usual.",
            "Tables, blocks, mirrors and credentials go by what is written: what is said of `docker.io` does"
                    + " not count for `registry-1.docker.io`, and what is said of `[::1]:5000` not for `[0:0::1]:5000`.",
            "Write the registry as everybody does.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(HostUse use, Told told) {
        String canonical = use.host().canonical();
        if (!canonical.equals(use.host().toString())) {
            told.add(
                    RULE,
                    use.origin(),
                    use.subject(),
                    use.words() + ", but " + use.host() + " is another spelling of " + canonical
                            + ": what is said of the one does not count for the other",
                    "write " + canonical);
        }
    }
}
