package dev.truename.names.toml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// A place in the document, which only moves forward but for [#backToLineStart()].
final class TomlCursor {
    static final int END = -1;

    private final byte[] bytes;
    private int at;
    private int line = 1;
    private int lineStart;
    /// UTF-8 continuation bytes of this line so far: the difference between bytes and code points.
    private int continuations;

    TomlCursor(byte[] bytes) {
        this.bytes = bytes;
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            at = 3;
            lineStart = 3;
        }
    }

    /// The byte here, from 0 to 255, or [#END].
    int peek() {
        return at < bytes.length ? bytes[at] & 0xff : END;
    }

    int peekAt(int ahead) {
        return at + ahead < bytes.length ? bytes[at + ahead] & 0xff : END;
    }

    /// Steps over bytes that are ASCII and no newline.
    void skip(int count) {
        at += count;
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart - continuations + 1;
    }

    int offset() {
        return at;
    }

    /// What was passed since `from`; ASCII only.
    String since(int from) {
        return new String(bytes, from, at - from, ISO_8859_1);
    }

    void skipBlanks() {
        int i = at;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        at = i;
    }

    /// Steps over a newline, if there is one here.
    boolean newline() {
        int c = peek();
        if (c == '\r' && peekAt(1) == '\n') {
            at++;
            c = '\n';
        }
        if (c != '\n') {
            return false;
        }
        at++;
        line++;
        lineStart = at;
        continuations = 0;
        return true;
    }

    /// Steps over a comment, if there is one here, up to its newline.
    void comment() {
        if (peek() != '#') {
            return;
        }
        int c = peek();
        while (c != END && c != '\n' && !(c == '\r' && peekAt(1) == '\n')) {
            character();
            c = peek();
        }
    }

    /// Steps over the rest of a line that holds no more than blanks and a comment.
    void endOfLine() {
        skipBlanks();
        comment();
        if (!newline() && peek() != END) {
            throw fail("there is " + shown() + " where the line should end");
        }
    }

    /// Steps over blanks, comments and newlines.
    void skipLines() {
        do {
            skipBlanks();
            comment();
        } while (newline());
    }

    /// Steps over one code point, which may stand in a string or comment: no control character but a tab.
    int character() {
        int c = peek();
        if (c >= 0x80) {
            return multiByte(c);
        }
        if ((c < ' ' && c != '\t') || c == 0x7f) {
            throw fail(shown() + " is not allowed here");
        }
        at++;
        return c;
    }

    /// RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
    private int multiByte(int first) {
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        int point = first & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = peekAt(i);
            if (next == END || (next & 0xc0) != 0x80) {
                throw fail("this is not valid UTF-8");
            }
            point = point << 6 | (next & 0x3f);
        }
        boolean overlong = point < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        if (first < 0xc2 || overlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
            throw fail("this is not valid UTF-8");
        }
        at += length;
        continuations += length - 1;
        return point;
    }

    /// The text of a one-line string without escapes, if that is what is here, else null; the cursor is behind the
    /// opening quote, and ends up behind the closing one. Nearly every string of a real table is read here.
    @org.jspecify.annotations.Nullable
    String plainString(int quote) {
        byte[] in = bytes;
        int i = at;
        while (i < in.length && in[i] >= ' ' && in[i] != '\\' && in[i] != quote && in[i] != 0x7f) {
            i++;
        }
        if (i == in.length || in[i] != quote) {
            return null;
        }
        String text = new String(in, at, i - at, ISO_8859_1);
        at = i + 1;
        return text;
    }

    /// Steps over `A-Za-z0-9_-`, and gives it.
    String bareKey() {
        int from = at;
        while (at < bytes.length && isBare(bytes[at])) {
            at++;
        }
        return since(from);
    }

    private static boolean isBare(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /// Steps over what a number, date or bare word is made of.
    String token() {
        int from = at;
        while (at < bytes.length && (isBare(bytes[at]) || bytes[at] == '.' || bytes[at] == ':' || bytes[at] == '+')) {
            at++;
        }
        return since(from);
    }

    /// Steps to the start of the next line, whatever is on the way; at the end of the document it stays there.
    void nextLine() {
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        newline();
    }

    void backToLineStart() {
        at = lineStart;
        continuations = 0;
    }

    /// Whether the rest of this line could be a statement: a header, or something with a `=` that is not in quotes.
    boolean looksLikeStatement() {
        skipBlanks();
        int i = at;
        if (i < bytes.length && bytes[i] == '[') {
            return true;
        }
        int quote = 0;
        for (; i < bytes.length && bytes[i] != '\n'; i++) {
            int c = bytes[i];
            if (quote == 0 && (c == '=' || c == '#' || c == '{')) {
                return c == '=';
            }
            quote = quote == 0 && (c == '"' || c == '\'') ? c : quote == c ? 0 : quote;
        }
        return false;
    }

    TomlSyntaxException fail(String message) {
        return new TomlSyntaxException(new Toml.Mistake(line, column(), false, message));
    }

    /// What is here, for messages.
    String shown() {
        int c = peek();
        if (c == END) {
            return "the end of the document";
        }
        if (c == '\n' || (c == '\r' && peekAt(1) == '\n')) {
            return "the end of the line";
        }
        if (c < ' ' || c == 0x7f) {
            return "a control character (0x" + Integer.toHexString(c) + ")";
        }
        return c < 0x80 ? "'" + (char) c + "'" : "a character outside ASCII";
    }
}
