package dev.truename.names.catalog;

import java.util.Optional;

/// Why an entry is not in the table. The identifiers are stable: catalogues and scripts have them. In the order in
/// which they are applied; the first that drops an entry is its verdict.
public enum TableRule {
    SHADOWED("shadowed", "A later file of the same source says something else, so no node reads this one."),
    REFUSED_KEY("refused-key", "The name belongs to somebody else, such as a Docker Hub official image."),
    HOST("host", "The registry is not on the list, to the letter; a port makes it another one."),
    PATH("path", "The repository's path is not the name, and no reviewed line allows the rename."),
    NAMESPACE("namespace", "The namespace is not on the list: a good registry has other parties' images, too."),
    END_OF_LIFE("end-of-life", "The product is out of maintenance."),
    METADATA("metadata", "An operator's metadata, which nothing pulls by a short name."),
    CONFLICT("conflict", "Sources disagree on the name, and a reviewed line decides for another repository.");

    private final String id;
    private final String meaning;

    TableRule(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    /// One sentence for reports and documents.
    public String meaning() {
        return meaning;
    }

    /// The rule of this identifier.
    public static Optional<TableRule> ofId(String id) {
        for (TableRule rule : values()) {
            if (rule.id.equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
