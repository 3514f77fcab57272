package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// Part of a name as it was written.
///
/// @param written where it stands
/// @param variable the variable's name; null for literal text
/// @param value what it means; null for a variable that has no value
/// @param origin where the value stands as it is, so that another one could be written there; null if nowhere
record Piece(
        Span written,
        @Nullable String variable,
        @Nullable String value,
        @Nullable Span origin) {
    Piece {
        requireNonNull(written);
    }

    static Piece literal(String text, Span written) {
        return new Piece(written, null, text, written);
    }

    static Piece unknown(String variable, Span written) {
        return new Piece(written, variable, null, null);
    }

    /// The same, to be written anew nowhere.
    Piece unmovable() {
        return new Piece(written, variable, value, null);
    }

    boolean isLiteral() {
        return variable == null;
    }
}
