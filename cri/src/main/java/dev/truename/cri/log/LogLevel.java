package dev.truename.cri.log;

import java.util.Optional;

/// How much a line matters, the most first.
public enum LogLevel {
    ERROR("error", 3),
    WARNING("warning", 4),
    INFO("info", 6),
    DEBUG("debug", 7);

    private final String word;
    private final int priority;

    LogLevel(String word, int priority) {
        this.word = word;
        this.priority = priority;
    }

    public String word() {
        return word;
    }

    /// The number of syslog (RFC 5424, 6.2.1), which the journal takes too.
    public int priority() {
        return priority;
    }

    /// Whether a line of this level is written where lines down to the other are.
    public boolean reaches(LogLevel lowest) {
        return compareTo(lowest) <= 0;
    }

    /// The level for a word; none for an unknown one.
    public static Optional<LogLevel> ofWord(String word) {
        for (LogLevel level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
