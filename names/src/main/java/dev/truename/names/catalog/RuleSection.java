package dev.truename.names.catalog;

/// The lists of reviewed lines in a file of rules, each a table of this name.
public enum RuleSection {
    /// Registries whose images may be in the table; a key is `host`, and a port would be part of it.
    HOSTS("hosts", false),
    /// The profiles there are beside [Catalogue#OFFICIAL], and what each is for.
    PROFILES("profiles", false),
    /// Namespaces of those registries that are other parties', or no images to run. A namespace that is on no list is
    /// dropped all the same; these lines say why.
    REFUSED_NAMESPACES("refused-namespaces", false),
    /// Products that are out of maintenance: `namespace/` for all of it, or one repository's path.
    END_OF_LIFE("end-of-life", false),
    /// What only other programs pull: `*-suffix` of a path, or one repository's path.
    METADATA("metadata", false),
    /// Names that may mean a repository with another path, and which one.
    RENAMES("renames", true),
    /// Names on which sources disagree, and the repository that counts.
    DECISIONS("decisions", true),
    /// Names that are somebody else's: a name, or `prefix/`. Docker Hub's official images need no line.
    REFUSED_KEYS("refused-keys", false);

    private final String title;
    private final boolean withTarget;

    RuleSection(String title, boolean withTarget) {
        this.title = title;
        this.withTarget = withTarget;
    }

    /// The table's name in the file.
    public String title() {
        return title;
    }

    /// Whether a line names a repository beside its reason.
    boolean withTarget() {
        return withTarget;
    }
}
