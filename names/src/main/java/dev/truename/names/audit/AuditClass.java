package dev.truename.names.audit;

import java.util.Optional;

/// What a name can be found to be. The words are stable: scripts and gates have them. The worst first.
public enum AuditClass {
    SQUATTABLE(
            "squattable",
            Severity.ERROR,
            "A registry with open registration is asked ahead of any that has the name, and does not have it, or may"
                    + " not: the image of whoever puts one there is run.",
            "Give the name an alias, or write the full name."),
    AMBIGUOUS(
            "ambiguous",
            Severity.ERROR,
            "Several search registries have the name, and not the same image; or they may, and were not asked.",
            "Decide whose image is meant, and give the name an alias, or write the full name."),
    MISSING(
            "missing",
            Severity.ERROR,
            "No registry that would be asked has it.",
            "Correct the name or its tag, or push the image."),
    UNRESOLVED(
            "unresolved",
            Severity.ERROR,
            "A short name with no alias and no search registry that could hold it: nothing says what it means.",
            "Give the name an alias, or write the full name."),
    INVALID(
            "invalid",
            Severity.ERROR,
            "The text is no image name, so nothing can be pulled by it.",
            "Correct the name."),
    BLOCKED(
            "blocked",
            Severity.ERROR,
            "The configuration forbids every place from which it could be pulled.",
            "Take the image from elsewhere, or lift the block where it is set."),
    BREAKS_UNDER_ENFORCING(
            "breaks-under-enforcing",
            Severity.ERROR,
            "A short name with no alias and several search registries: engines in the mode enforcing refuse it.",
            "Give the name an alias, or write the full name."),
    UNKNOWN(
            "unknown",
            Severity.ERROR,
            "A registry did not answer, so it could not be found out what the name means.",
            "See why it did not, and ask again."),
    CONTRADICTS_OFFICIAL(
            "contradicts-official",
            Severity.WARNING,
            "An alias gives the name of an official image to another repository.",
            "Look who wrote the alias, and why."),
    NEAR_MISS(
            "near-miss",
            Severity.WARNING,
            "A short name with no alias, one letter away from one that has: whoever squats on misspelt names waits for"
                    + " it.",
            "Correct the name, or give it an alias of its own."),
    IDENTICAL(
            "identical",
            Severity.WARNING,
            "Several search registries have the name, and today the same image.",
            "Give the name an alias: the registries can part at any time."),
    OFFICIAL_UNUSED(
            "official-unused",
            Severity.NOTE,
            "The official table knows the name, and the configuration does not use it.",
            "Install the official table, or give the name an alias."),
    ONE_REGISTRY(
            "one-registry",
            Severity.NOTE,
            "A short name with no alias that one search registry gives a meaning.",
            "Give the name an alias: it means something else wherever the search list differs."),
    ALIAS("alias", Severity.FINE, "A short name that an alias gives one meaning.", ""),
    QUALIFIED("qualified", Severity.FINE, "A full name: it means itself everywhere.", "");

    /// How much it matters.
    public enum Severity {
        /// Somebody else's image could run, or none.
        ERROR("error"),
        /// Likely a mistake.
        WARNING("warning"),
        /// Could be better.
        NOTE("note"),
        /// As it should be.
        FINE("fine");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /// The word for scripts.
        public String word() {
            return word;
        }
    }

    private final String word;
    private final Severity severity;
    private final String meaning;
    private final String advice;

    AuditClass(String word, Severity severity, String meaning, String advice) {
        this.word = word;
        this.severity = severity;
        this.meaning = meaning;
        this.advice = advice;
    }

    /// The word for scripts, gates and documents.
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }

    /// One sentence for reports and documents.
    public String meaning() {
        return meaning;
    }

    /// What to do, one sentence; empty where there is nothing to do.
    public String advice() {
        return advice;
    }

    /// The class of a word.
    public static Optional<AuditClass> ofWord(String word) {
        for (AuditClass each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
