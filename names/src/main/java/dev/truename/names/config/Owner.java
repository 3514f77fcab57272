package dev.truename.names.config;

import java.util.Optional;

/// Whose a configuration file is, the highest first. Files of a lower owner are read later and so count, except
/// against what a policy protects.
public enum Owner {
    /// Who curates the alias table: files below `/usr/share`, unless a policy says otherwise.
    OFFICIAL("official"),
    /// Who administers the machine or the cluster that it is in: files below `/etc`.
    CLUSTER("cluster"),
    /// Who runs the command: all other files, the machine-written alias file among them.
    USER("user");

    private final String word;

    Owner(String word) {
        this.word = word;
    }

    /// The word used in policies.
    public String word() {
        return word;
    }

    /// The owner for a policy's word; none for an unknown word.
    public static Optional<Owner> ofWord(String word) {
        for (Owner owner : values()) {
            if (owner.word.equals(word)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /// Whether what this one protects holds against the other.
    public boolean isAbove(Owner other) {
        return compareTo(other) < 0;
    }
}
