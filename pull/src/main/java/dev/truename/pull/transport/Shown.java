package dev.truename.pull.transport;

import dev.truename.names.reference.Printable;
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
        return Printable.text(text, MAX);
    }
}
