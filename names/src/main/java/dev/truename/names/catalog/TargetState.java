package dev.truename.names.catalog;

/// How it is with what an alias means. Those that somebody should act on are findings.
public enum TargetState {
    /// It can be pulled.
    THERE("there", false),
    /// Configuration alone: a mirror is set up for it, also for tags.
    MIRRORED("mirrored", false),
    /// Nobody who was asked has it.
    MISSING("missing", true),
    /// Only mirrors count, and none is set up for it.
    UNMIRRORED("unmirrored", true),
    /// Only mirrors count, and those that there are for it serve digests and no tags.
    DIGEST_ONLY("digest-only", true),
    /// The configuration forbids every place.
    BLOCKED("blocked", true),
    /// It could not be found out.
    UNKNOWN("unknown", false);

    private final String word;
    private final boolean finding;

    TargetState(String word, boolean finding) {
        this.word = word;
        this.finding = finding;
    }

    /// The word for scripts and lists.
    public String word() {
        return word;
    }

    public boolean isFinding() {
        return finding;
    }
}
