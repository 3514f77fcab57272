package dev.truename.names.lint;

import dev.truename.names.config.Mirror.PullFrom;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;

/// Mirrors that cannot serve what is asked.
final class MirrorCannotServe implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "mirror-cannot-serve",
            Level.WARNING,
            "A blocked source has mirrors for digests only, or for tags only, and so nothing for the other.",
            "Nothing may be fetched from the source itself. Names with a tag, as nearly all short names are,"
                    + " or names with a digest cannot be pulled at all.",
            "Add a mirror for the others: OpenShift has ImageTagMirrorSet beside ImageDigestMirrorSet.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        if (!entry.blocked().value() || entry.mirrors().isEmpty()) {
            return;
        }
        PullFrom first = entry.mirrors().getFirst().pullFrom();
        boolean all = entry.mirrors().stream().allMatch(mirror -> mirror.pullFrom() == first);
        if (all && first != PullFrom.ALL) {
            told.add(
                    RULE,
                    entry.origin(),
                    entry.prefix(),
                    Toml.shown(entry.prefix()) + " is blocked and all of its mirrors are " + first.word()
                            + ": a name with a " + (first == PullFrom.DIGEST_ONLY ? "tag" : "digest")
                            + " cannot be pulled",
                    "add a mirror with pull-from-mirror = \"all\" or \""
                            + (first == PullFrom.DIGEST_ONLY ? PullFrom.TAG_ONLY : PullFrom.DIGEST_ONLY).word() + "\"");
        }
    }
}
