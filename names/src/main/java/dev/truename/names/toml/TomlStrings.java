package dev.truename.names.toml;

import org.jspecify.annotations.Nullable;

/// The four notations of a string.
final class TomlStrings {
    private final TomlCursor cursor;

    TomlStrings(TomlCursor cursor) {
        this.cursor = cursor;
    }

    /// A string of any notation; the cursor is at its opening quote.
    String read() {
        int quote = cursor.peek();
        boolean threefold = cursor.peekAt(1) == quote && cursor.peekAt(2) == quote;
        return threefold ? multiLine(quote) : oneLine(quote);
    }

    /// A string that must end on its line, as in keys.
    String oneLine(int quote) {
        int line = cursor.line();
        int column = cursor.column();
        cursor.skip(1);
        @Nullable String plain = cursor.plainString(quote);
        if (plain != null) {
            return plain;
        }
        StringBuilder out = new StringBuilder();
        while (cursor.peek() != quote) {
            if (isLineEnd()) {
                throw new TomlSyntaxException(
                        new Toml.Mistake(line, column, false, "the string is not closed on its line"));
            }
            character(quote, out);
        }
        cursor.skip(1);
        return out.toString();
    }

    private boolean isLineEnd() {
        int c = cursor.peek();
        return c == TomlCursor.END || c == '\n' || (c == '\r' && cursor.peekAt(1) == '\n');
    }

    private void character(int quote, StringBuilder out) {
        if (quote == '"' && cursor.peek() == '\\') {
            escape(out);
        } else {
            out.appendCodePoint(cursor.character());
        }
    }

    private String multiLine(int quote) {
        int line = cursor.line();
        int column = cursor.column();
        cursor.skip(3);
        cursor.newline();
        StringBuilder out = new StringBuilder();
        while (!closes(quote, out)) {
            if (cursor.peek() == TomlCursor.END) {
                throw new TomlSyntaxException(
                        new Toml.Mistake(line, column, false, "the multi-line string is never closed"));
            }
            if (cursor.newline()) {
                out.append('\n');
            } else if (quote == '"' && cursor.peek() == '\\' && foldsLine()) {
                cursor.skip(1);
                skipFold();
            } else {
                character(quote, out);
            }
        }
        return out.toString();
    }

    /// Steps over the closing quotes, if they are here; up to two quotes in front of them belong to the string.
    private boolean closes(int quote, StringBuilder out) {
        int count = 0;
        while (count < 5 && cursor.peekAt(count) == quote) {
            count++;
        }
        for (int i = 0; i < (count < 3 ? count : count - 3); i++) {
            out.append((char) quote);
        }
        cursor.skip(count);
        return count >= 3;
    }

    /// Whether nothing but blanks follow the backslash on its line.
    private boolean foldsLine() {
        int ahead = 1;
        while (cursor.peekAt(ahead) == ' ' || cursor.peekAt(ahead) == '\t') {
            ahead++;
        }
        int c = cursor.peekAt(ahead);
        return c == '\n' || (c == '\r' && cursor.peekAt(ahead + 1) == '\n');
    }

    private void skipFold() {
        do {
            cursor.skipBlanks();
        } while (cursor.newline());
    }

    private void escape(StringBuilder out) {
        int c = cursor.peekAt(1);
        switch (c) {
            case 'b' -> simple(out, '\b');
            case 't' -> simple(out, '\t');
            case 'n' -> simple(out, '\n');
            case 'f' -> simple(out, '\f');
            case 'r' -> simple(out, '\r');
            case '"', '\\' -> simple(out, (char) c);
            case 'u' -> unicode(out, 4);
            case 'U' -> unicode(out, 8);
            default -> throw cursor.fail("this is not an escape; write \\\\ for a backslash");
        }
    }

    private void simple(StringBuilder out, char meaning) {
        out.append(meaning);
        cursor.skip(2);
    }

    private void unicode(StringBuilder out, int digits) {
        long point = 0;
        for (int i = 0; i < digits; i++) {
            int digit = hexDigit(cursor.peekAt(2 + i));
            if (digit < 0) {
                throw cursor.fail("this escape needs " + digits + " hexadecimal digits");
            }
            point = point << 4 | digit;
        }
        if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
            throw cursor.fail("this escape is not a Unicode scalar value");
        }
        out.appendCodePoint((int) point);
        cursor.skip(2 + digits);
    }

    private static int hexDigit(int c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
