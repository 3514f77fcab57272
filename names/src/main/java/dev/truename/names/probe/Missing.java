package dev.truename.names.probe;

/// How much of an image is missing where it was looked for. Matters to whoever wonders whether a stranger could put it
/// there: a repository that is there has an owner.
public enum Missing {
    /// The repository is there, but not this tag or digest.
    IMAGE("image"),
    /// There is no such repository.
    REPOSITORY("repository"),
    /// The registry says only that there is no such image.
    UNSAID("unsaid");

    private final String word;

    Missing(String word) {
        this.word = word;
    }

    /// The word for scripts.
    public String word() {
        return word;
    }
}
