package dev.truename.names.lint;

import java.util.Optional;

/// How much a finding matters, the most first.
public enum Level {
    /// A name goes where it is not meant to go, or anybody can make it; or the configuration cannot be used.
    ERROR("error"),
    /// Likely a mistake, or a risk that somebody should have looked at.
    WARNING("warning"),
    /// Worth knowing; nothing need be wrong.
    NOTE("note");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /// The word in documents and for scripts.
    public String word() {
        return word;
    }

    /// The level for a word; none for an unknown word.
    public static Optional<Level> ofWord(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// Whether it matters as much as the other, or more.
    public boolean isAtLeast(Level other) {
        return compareTo(other) <= 0;
    }
}
