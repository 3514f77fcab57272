package dev.truename.names.reference;

/// Text from outside (files, arguments, registries) as it may be shown on one line: whatever moves a cursor, reorders
/// text or cannot be seen is written as an escape with its code point in hex. The one place that says what that is.
public final class Printable {
    private Printable() {}

    /// All of the text.
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return escaped(text, i, Integer.MAX_VALUE);
            }
        }
        return text;
    }

    /// The start of the text, with `...` behind it where that is not all.
    ///
    /// @param most in characters as shown, escapes included; the last one may be an escape that goes beyond
    public static String text(String text, int most) {
        return escaped(text, 0, most);
    }

    private static String escaped(String text, int from, int most) {
        StringBuilder out = new StringBuilder(64).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            if (out.length() >= most) {
                return out.append("...").toString();
            }
            int point = text.codePointAt(i);
            append(out, point);
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /// Adds the code point itself, or its number where it is not [#isPrintable(int)].
    static void append(StringBuilder out, int point) {
        if (isPrintable(point)) {
            out.appendCodePoint(point);
        } else {
            out.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
    }

    /// Whether a code point only shows itself. Half of a surrogate pair does not.
    public static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
