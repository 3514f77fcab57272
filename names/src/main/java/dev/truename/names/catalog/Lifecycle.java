package dev.truename.names.catalog;

import java.util.Optional;

/// Where a product stands. A judgement that people make and review, not a support statement.
public enum Lifecycle {
    CURRENT("current"),
    /// A successor is out; the images are still there and still in use.
    SUPERSEDED("superseded"),
    /// Out of maintenance.
    ENDED("ended");

    private final String word;

    Lifecycle(String word) {
        this.word = word;
    }

    /// As it is written in files.
    public String word() {
        return word;
    }

    /// The one that is written so.
    public static Optional<Lifecycle> ofWord(String word) {
        for (Lifecycle lifecycle : values()) {
            if (lifecycle.word.equals(word)) {
                return Optional.of(lifecycle);
            }
        }
        return Optional.empty();
    }
}
