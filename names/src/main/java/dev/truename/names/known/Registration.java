package dev.truename.names.known;

/// Who can put an image under a name that nobody has yet in a registry.
public enum Registration {
    /// Anybody: an account costs nothing, and its namespaces are of one's own choice.
    OPEN("open"),
    /// Whoever has an account with a cloud. Each account's names begin with its own host or namespace: who that is
    /// cannot be seen in it, and one that is given up may be somebody else's later.
    ACCOUNT("account"),
    /// Those who run the registry, and whom they let in one by one.
    CLOSED("closed"),
    /// It is not known.
    UNKNOWN("unknown");

    private final String word;

    Registration(String word) {
        this.word = word;
    }

    /// The word used in documents and for scripts.
    public String word() {
        return word;
    }
}
