package dev.truename.names.toml;

import dev.truename.names.reference.Printable;
import java.util.List;

/// Reads documents, and writes the one thing that is ever written: a string.
public final class Toml {
    /// A larger document is refused.
    public static final int MAX_BYTES = 16 << 20;

    /// Arrays and inline tables inside each other, and the parts of one dotted key; more is refused.
    public static final int MAX_DEPTH = 64;

    private static final int SHOWN = 80;

    private Toml() {}

    /// What could be read, and what could not.
    ///
    /// @param root all entries that are free of mistakes; the whole document if there are no errors
    /// @param errors in the order of the document; an unreadable line is skipped and the next one is read
    public record Result(TomlTable root, List<Mistake> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /// @param line counted from 1
    /// @param column in code points, counted from 1
    /// @param duplicate whether the mistake is a second definition of a key or table, and not one of syntax
    /// @param message one line without control characters
    public record Mistake(int line, int column, boolean duplicate, String message) {}

    /// Reads a document of UTF-8 bytes; a byte order mark in front is skipped. Never throws for what is in them.
    public static Result read(byte[] document) {
        if (document.length > MAX_BYTES) {
            Mistake tooLarge = new Mistake(1, 1, false, "the document is larger than " + MAX_BYTES + " bytes");
            return new Result(new TomlTable(TomlTable.Kind.HEADER, 1, 1), List.of(tooLarge));
        }
        return new TomlParser(document).parse();
    }

    /// The text as a basic string, quotes included: what a file can hold on one line, and a terminal can show, since
    /// whatever moves a cursor or reorders text is escaped.
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (Printable.isPrintable(point)) {
                out.appendCodePoint(point);
            } else {
                escape(out, Character.getType(point) == Character.SURROGATE ? 0xfffd : point);
            }
        }
        return out.append('"').toString();
    }

    /// [#quoted(String)], cut off where it is too long for a message.
    public static String shown(String text) {
        if (text.length() <= SHOWN) {
            return quoted(text);
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return quoted(text.substring(0, end) + "...");
    }

    private static void escape(StringBuilder out, int point) {
        String hex = Integer.toHexString(point);
        int width = hex.length() <= 4 ? 4 : 8;
        out.append(width == 4 ? "\\u" : "\\U").repeat('0', width - hex.length()).append(hex);
    }
}
