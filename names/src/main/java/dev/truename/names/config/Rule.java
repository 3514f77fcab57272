package dev.truename.names.config;

import dev.truename.names.config.Finding.Severity;

/// Everything that can be found wrong in configuration files. The identifiers are stable: scripts depend on them.
public enum Rule {
    SYNTAX("syntax", Severity.ERROR, "The text is not TOML 1.0."),
    DUPLICATE_KEY("duplicate-key", Severity.ERROR, "A key or table is defined twice in one file."),
    FILE_MISSING("file-missing", Severity.ERROR, "A file that was asked for by name does not exist."),
    FILE_UNREADABLE("file-unreadable", Severity.ERROR, "A file or folder is there but cannot be read."),
    FILE_TOO_LARGE("file-too-large", Severity.ERROR, "A file has more than 16 MiB."),
    FILES_CHANGING("files-changing", Severity.ERROR, "Files changed again and again while they were read."),
    V1_FORMAT(
            "v1-format", Severity.ERROR, "The file has version 1 of the format, which the current generation refuses."),
    V1_MIXED("v1-mixed", Severity.ERROR, "The file mixes versions 1 and 2 of the format."),
    V1_IN_DROP_IN("v1-in-drop-in", Severity.ERROR, "A drop-in has version 1 of the format."),
    V1_ABSENT("v1-absent", Severity.ERROR, "A file to be converted is not in version 1 of the format."),
    VALUE_TYPE("value-type", Severity.ERROR, "A value has another type than its key asks for."),
    MODE("short-name-mode", Severity.ERROR, "The mode is not permissive, enforcing or disabled."),
    SEARCH_REGISTRY(
            "search-registry",
            Severity.ERROR,
            "A search registry is no host: without a dot or a port, `intranet` would send `foo` to"
                    + " docker.io/intranet/foo."),
    ALIAS_NAME("alias-name", Severity.ERROR, "An alias's key is not a short name without tag and digest."),
    ALIAS_TARGET(
            "alias-target",
            Severity.ERROR,
            "An alias's value is not a repository with its registry, without tag and digest."),
    URI_SCHEME("uri-scheme", Severity.ERROR, "A location or prefix has a scheme such as `https://`."),
    LOCATION_MISSING(
            "location-missing",
            Severity.ERROR,
            "A registry or mirror has no location. Only a registry with a `*.` prefix may do without."),
    WILDCARD_PREFIX("wildcard-prefix", Severity.ERROR, "A `*.` prefix is not followed by a host name alone."),
    REWRITE("rewrite", Severity.ERROR, "Names below the prefix would not be valid names below the location."),
    PULL_FROM_MIRROR(
            "pull-from-mirror",
            Severity.ERROR,
            "`pull-from-mirror` has an unknown value, stands outside a mirror, or beside `mirror-by-digest-only`."),
    REGISTRY_CONFLICT(
            "registry-conflict",
            Severity.ERROR,
            "One location has different `blocked` or `insecure` settings in one file."),
    POLICY_KEY(
            "policy-key",
            Severity.ERROR,
            "A key of the policy has no meaning: what it was meant to protect would not be protected."),
    POLICY_OWNER("policy-owner", Severity.ERROR, "A layer's owner is not official, cluster or user."),
    POLICY_FILES(
            "policy-files",
            Severity.ERROR,
            "A layer's file is no absolute path, has a `*` elsewhere than in its last part, or is missing though the"
                    + " layer protects names."),
    POLICY_NAME("policy-name", Severity.ERROR, "No short name matches what a layer protects."),
    POLICY_REGISTRY("policy-registry", Severity.ERROR, "A protected registry is no host."),
    TOO_MANY("too-many", Severity.ERROR, "A file has so many mistakes that the rest is not told."),

    KEY_CASE(
            "key-case",
            Severity.WARNING,
            "A key is written in another case. It counts unless the right one is there too."),
    UNKNOWN_KEY("unknown-key", Severity.WARNING, "A key has no meaning, and is ignored."),
    MISPLACED_KEY(
            "misplaced-key",
            Severity.WARNING,
            "A key stands in a table where it has no meaning, and is ignored; often it was written below a `[[registry]]`."),
    DUPLICATE_PREFIX(
            "duplicate-prefix", Severity.WARNING, "A prefix has two tables in one file. The first one counts."),
    DUPLICATE_PREFIX_BLOCKED(
            "duplicate-prefix-blocked",
            Severity.WARNING,
            "The table that does not count, for its prefix was there before, is the one that blocks."),
    PREFIX_NEVER_MATCHES("prefix-never-matches", Severity.WARNING, "No image name can start with the prefix."),
    WILDCARD_REWRITE(
            "wildcard-rewrite",
            Severity.WARNING,
            "Below a `*.` prefix every host is replaced by one location, so different images get one name."),
    SEARCH_DUPLICATE(
            "search-duplicate",
            Severity.WARNING,
            "A search registry is listed twice, which makes every short name ambiguous."),
    BROKEN_LINK("broken-link", Severity.WARNING, "A link points to nothing, and is ignored."),
    FILE_VANISHED("file-vanished", Severity.WARNING, "A drop-in was removed while its folder was read."),
    HIDDEN_FILE("hidden-file", Severity.WARNING, "A drop-in's name starts with a dot. It counts all the same."),
    ENVIRONMENT_IGNORED("environment-ignored", Severity.WARNING, "An environment variable is set but has no effect."),
    POLICY_NOTHING(
            "policy-nothing",
            Severity.WARNING,
            "A layer of the policy protects nothing: its files do not exist, or no layer is below it."),
    PROTECTED_NAME(
            "protected-name",
            Severity.WARNING,
            "A file gives another meaning to a name that a layer above protects. The protected one counts."),
    PROTECTED_REGISTRY(
            "protected-registry",
            Severity.WARNING,
            "A `[[registry]]` table redirects a registry that a layer above protects. The table does not count."),
    PROTECTED_FILE(
            "protected-file",
            Severity.WARNING,
            "A file of a layer below hides one whose names are protected. They count all the same.");

    private final String id;
    private final Severity severity;
    private final String meaning;

    Rule(String id, Severity severity, String meaning) {
        this.id = id;
        this.severity = severity;
        this.meaning = meaning;
    }

    /// The identifier in [Finding#rule()].
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /// What is found, one sentence or two, for documents.
    public String meaning() {
        return meaning;
    }
}
