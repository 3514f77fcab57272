package dev.truename.names.yaml;

import static java.util.Objects.requireNonNull;

/// Text, quotes and escapes taken off. A missing value is an empty plain one.
///
/// @param end index into the text, behind the last character; of a block scalar anywhere up to the next node
public record YamlScalar(String value, Style style, int start, int end) implements YamlNode {
    /// How it is written.
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    public YamlScalar {
        requireNonNull(value);
        requireNonNull(style);
    }

    @Override
    public int height() {
        return 1;
    }
}
