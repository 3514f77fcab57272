package dev.truename.names.lint;

/// A host in letters that are not what they look like.
final class PunycodeHost implements Check.OfHost {
    private static final LintRule RULE = new LintRule(
            "punycode-host",
            Level.WARNING,
            "A host has letters beyond ASCII, written as `xn--`.",
            "Letters of other scripts can look like Latin ones: a browser shows such a host just like the one"
                    + " that is imitated.",
            "Look what the name is in letters, and who has it; accept the line if it is right.");

    private static final String PREFIX = "xn--";

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(HostUse use, Told told) {
        String name = use.host().name();
        if (name.startsWith(PREFIX) || name.contains("." + PREFIX)) {
            told.add(
                    RULE,
                    use.origin(),
                    use.subject(),
                    use.words() + ", whose host has letters beyond ASCII",
                    "see what it looks like, and whose it is");
        }
    }
}
