package dev.truename.cli.help;

/// Plain text set to a width.
final class Wrap {
    private Wrap() {}

    /// Appends the text's words, broken between words so that no line is longer than the width, which only a longer
    /// word may exceed. Backquotes are left out.
    ///
    /// @param column where the cursor stands now
    /// @param indent the column of all further lines
    static void append(StringBuilder out, String text, int column, int indent, int width) {
        int at = column;
        boolean first = true;
        for (String word : text.replace("`", "").split(" ", -1)) {
            if (!first && at + 1 + word.length() > width) {
                out.append('\n').repeat(' ', indent);
                at = indent;
            } else if (!first) {
                out.append(' ');
                at++;
            }
            out.append(word);
            at += word.length();
            first = false;
        }
        out.append('\n');
    }

    /// A paragraph of its own.
    static void paragraph(StringBuilder out, String text, int indent, int width) {
        out.repeat(' ', indent);
        append(out, text, indent, indent, width);
    }

    /// A term and its meaning beside it, or below it where the term is too long.
    static void entry(StringBuilder out, String term, String meaning, int column, int width) {
        out.append("  ").append(term);
        int at = 2 + term.length();
        if (at + 2 > column) {
            out.append('\n').repeat(' ', column);
        } else {
            out.repeat(' ', column - at);
        }
        append(out, meaning, column, column, width);
    }
}
