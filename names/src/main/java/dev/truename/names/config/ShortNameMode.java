package dev.truename.names.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What to do with a short name that has no alias and several search registries (containers-registries.conf(5),
/// `short-name-mode`).
public enum ShortNameMode {
    /// Ask if somebody can be asked, else try all candidates in order. The default.
    PERMISSIVE,
    /// Ask if somebody can be asked, else refuse.
    ENFORCING,
    /// Never ask; try all candidates in order.
    DISABLED;

    /// The word used in configuration files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode for a word of a configuration file; none for an unknown word.
    public static Optional<ShortNameMode> ofWord(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
