package dev.truename.pull.transport;

import java.net.URI;

/// Text of other parties as it may be shown: no secret, no control character, no more than a line.
public final class Shown {
    private static final int MAX = 200;

    private Shown() {}

    /// A URL without user information, query and fragment: signed URLs carry secrets there.
    public static String url(URI uri) {
        String authority =
                uri.getHost() == null ? "" : "//" + uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        String path = uri.getRawPath();
        return text((uri.getScheme() == null ? "" : uri.getScheme() + ":") + authority + (path == null ? "" : path));
    }

    /// At most 200 characters of `text`; what is not printable is written as an escape.
    public static String text(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX; i++) {
            append(shown, text.charAt(i));
        }
        return text.length() > MAX ? shown.append("...").toString() : shown.toString();
    }

    private static void append(StringBuilder shown, char c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append(String.format("\\u%04x", (int) c));
            default -> shown.append(c);
        }
    }
}
