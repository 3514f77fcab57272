package dev.truename.names.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name as it was written: pieces in a row.
///
/// @param pieces without gaps
/// @param verbatim whether the places of the pieces are right, so that they can be written anew; if not, only one
///     literal piece can be
record Written(List<Piece> pieces, boolean verbatim) {
    Written {
        pieces = List.copyOf(pieces);
    }

    /// A text without variables.
    static Written literal(String text, Span written) {
        return new Written(List.of(Piece.literal(text, written)), true);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    int start() {
        return pieces.getFirst().written().start();
    }

    /// The first variable that has no value; null if all have one.
    @Nullable
    Piece unknown() {
        for (Piece piece : pieces) {
            if (piece.value() == null) {
                return piece;
            }
        }
        return null;
    }

    /// What is known in front of the first variable that has no value.
    String known() {
        StringBuilder known = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.value() == null) {
                break;
            }
            known.append(piece.value());
        }
        return known.toString();
    }

    /// Whether the one variable that has no value, and what follows it, is part of the tag or digest at most.
    boolean isNameKnown() {
        String known = known();
        int end = nameEnd(known);
        if (end == 0 || end == known.length()) {
            return false;
        }
        boolean behind = false;
        for (Piece piece : pieces) {
            if (behind && piece.value() != null && piece.value().indexOf('/') >= 0) {
                return false;
            }
            behind |= piece.value() == null;
        }
        return true;
    }

    /// Where the whole of this could be written anew, or the name alone.
    ///
    /// @param image what this means: without the tag, if that is not known
    Slot slot(String image) {
        Piece first = pieces.getFirst();
        if (pieces.size() == 1 && first.origin() != null && (verbatim || first.isLiteral())) {
            return new Slot.Whole(first.origin());
        }
        int end = nameEnd(image);
        @Nullable String value = first.value();
        if (!verbatim || pieces.size() == 1 || first.origin() == null || value == null || end > value.length()) {
            boolean variable = pieces.stream().anyMatch(piece -> !piece.isLiteral());
            return new Slot.Fixed(variable ? "its name comes from variables" : "its name is not written in one piece");
        }
        int start = first.origin().start();
        return new Slot.Name(new Span(start, start + end), image.substring(end));
    }

    /// Whether the name, tag and digest aside, is in the first piece: it alone would be written anew.
    boolean isNameInFirst(String image) {
        @Nullable String value = pieces.getFirst().value();
        return value != null && nameEnd(image) <= value.length();
    }

    /// Where the name ends and tag or digest begins.
    static int nameEnd(String image) {
        int at = image.indexOf('@');
        int end = at < 0 ? image.length() : at;
        int colon = image.indexOf(':', image.lastIndexOf('/', end) + 1);
        return colon < 0 ? end : Math.min(colon, end);
    }
}
