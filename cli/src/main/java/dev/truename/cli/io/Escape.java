package dev.truename.cli.io;

/// Makes text from outside (registries, files, arguments) harmless to a terminal: whatever moves a cursor, reorders
/// text or is invisible is written as its code point in hex.
public final class Escape {
    private Escape() {}

    /// The text on one line, with nothing in it but what can be seen.
    public static String controls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isVisible(point)) {
                out.appendCodePoint(point);
            } else {
                out.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /// Whether a code point only shows itself.
    static boolean isVisible(int point) {
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
