package dev.truename.names.workload;

import java.util.ArrayList;
import java.util.List;

/// Takes a value of a systemd unit apart: `%i` and the like are known only where the unit runs (systemd.unit(5),
/// "Specifiers").
final class Specifiers {
    private Specifiers() {}

    static Written read(String text, int base) {
        List<Piece> pieces = new ArrayList<>();
        int literal = 0;
        int at = text.indexOf('%');
        while (at >= 0 && at + 1 < text.length()) {
            add(pieces, text, literal, at, base);
            Span written = new Span(base + at, base + at + 2);
            String specifier = text.substring(at, at + 2);
            pieces.add(
                    specifier.equals("%%")
                            ? new Piece(written, specifier, "%", null)
                            : Piece.unknown(specifier, written));
            literal = at + 2;
            at = text.indexOf('%', literal);
        }
        add(pieces, text, literal, text.length(), base);
        return new Written(pieces, true);
    }

    private static void add(List<Piece> pieces, String text, int start, int end, int base) {
        if (start < end) {
            pieces.add(Piece.literal(text.substring(start, end), new Span(base + start, base + end)));
        }
    }
}
