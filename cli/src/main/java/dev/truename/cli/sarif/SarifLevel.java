package dev.truename.cli.sarif;

/// How much a finding matters (SARIF 2.1.0, 3.27.10).
public enum SarifLevel {
    ERROR("error"),
    WARNING("warning"),
    NOTE("note");

    private final String word;

    SarifLevel(String word) {
        this.word = word;
    }

    /// The word in the format.
    public String word() {
        return word;
    }
}
