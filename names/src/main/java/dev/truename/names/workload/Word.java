package dev.truename.names.workload;

import java.util.List;

/// A word of an instruction.
///
/// @param text what it says, quotes and all
/// @param written where it stands in the file
/// @param verbatim whether the file has exactly this text there; if not, it goes over several lines or has lost quotes
record Word(String text, Span written, boolean verbatim) {
    /// What stands behind the first characters of this.
    Word from(int index) {
        return part(index, text.length());
    }

    Word part(int from, int to) {
        Span span = verbatim ? new Span(written.start() + from, written.start() + to) : written;
        return new Word(text.substring(from, to), span, verbatim);
    }

    /// Without quotes.
    Word unquoted() {
        int last = text.length() - 1;
        boolean around = last > 0 && isQuote(text.charAt(0)) && text.charAt(last) == text.charAt(0);
        Word bare = around ? part(1, last) : this;
        if (bare.text.chars().noneMatch(Word::isQuote)) {
            return bare;
        }
        return new Word(bare.text.replace("\"", "").replace("'", ""), written, false);
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }

    Written read(Lookup lookup) {
        List<Piece> pieces = Variables.pieces(text, written.start(), lookup);
        return new Written(
                verbatim ? pieces : pieces.stream().map(Piece::unmovable).toList(), verbatim);
    }
}
