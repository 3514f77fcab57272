package dev.truename.names.config;

import java.util.Optional;

/// What to do with a short name that has no alias and several search registries (containers-registries.conf(5),
/// `short-name-mode`).
public enum ShortNameMode {
    /// Ask if somebody can be asked, else try all candidates in order. The default.
    PERMISSIVE("permissive"),
    /// Ask if somebody can be asked, else refuse.
    ENFORCING("enforcing"),
    /// Never ask; try all candidates in order.
    DISABLED("disabled");

    private final String word;

    ShortNameMode(String word) {
        this.word = word;
    }

    /// The word used in configuration files.
    public String word() {
        return word;
    }

    /// The mode for a word of a configuration file; none for an unknown word.
    public static Optional<ShortNameMode> ofWord(String word) {
        return switch (word) {
            case "permissive" -> Optional.of(PERMISSIVE);
            case "enforcing" -> Optional.of(ENFORCING);
            case "disabled" -> Optional.of(DISABLED);
            default -> Optional.empty();
        };
    }
}
