package dev.truename.names.workload;

import dev.truename.names.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the text of a scalar: behind anchor and tag, inside of quotes, below the line of a block's `|`.
final class ScalarText {
    private final String chars;
    private final YamlScalar scalar;

    private ScalarText(String chars, YamlScalar scalar) {
        this.chars = chars;
        this.scalar = scalar;
    }

    /// The name in a scalar, white space around it taken off.
    static Written read(Text text, YamlScalar scalar, Lookup lookup) {
        return new ScalarText(text.chars(), scalar).read(lookup);
    }

    private Written read(Lookup lookup) {
        String value = scalar.value().strip();
        if (value.isEmpty()) {
            return new Written(List.of(), true);
        }
        Span content = content();
        int found = chars.indexOf(value, content.start(), content.end());
        boolean verbatim =
                found >= 0 && onlyBlanks(content.start(), found) && onlyBlanks(found + value.length(), content.end());
        int base = verbatim ? found : content.start();
        List<Piece> pieces = Variables.pieces(value, base, lookup);
        if (verbatim || pieces.size() > 1 || !pieces.getFirst().isLiteral()) {
            return new Written(pieces, verbatim);
        }
        return new Written(List.of(new Piece(content, null, value, replaceable(content))), false);
    }

    /// What is between quotes can be replaced, however it is escaped.
    private @Nullable Span replaceable(Span content) {
        return switch (scalar.style()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> content;
            case PLAIN, BLOCK -> null;
        };
    }

    private Span content() {
        int start = behindProperties();
        return switch (scalar.style()) {
            case PLAIN -> span(start, scalar.end());
            case SINGLE_QUOTED, DOUBLE_QUOTED -> span(start + 1, scalar.end() - 1);
            case BLOCK -> span(lineEnd(start), scalar.end());
        };
    }

    private static Span span(int start, int end) {
        return new Span(Math.min(start, end), end);
    }

    /// Anchor and tag come first, with white space and comments between.
    private int behindProperties() {
        int at = scalar.start();
        while (at < scalar.end()) {
            char c = chars.charAt(at);
            if (c == '#') {
                at = lineEnd(at);
            } else if (c == '&' || c == '!') {
                at = wordEnd(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private int lineEnd(int index) {
        int at = index;
        while (at < scalar.end() && chars.charAt(at) != '\n' && chars.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int wordEnd(int index) {
        int at = index;
        while (at < scalar.end() && !Character.isWhitespace(chars.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean onlyBlanks(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(chars.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
