package dev.truename.cri.event;

/// Text of other programs without what may be secret in the web addresses in it: user information, and queries, which
/// signed addresses have their signatures in. What truename says itself has neither.
public final class BareAddresses {
    private static final String SCHEME_END = "://";
    private static final String LEFT_OUT = "?...";

    private BareAddresses() {}

    /// The same text, if there is nothing in it to be left out.
    public static String in(String text) {
        int scheme = text.indexOf(SCHEME_END);
        if (scheme < 0) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        int from = 0;
        while (scheme >= 0) {
            int start = scheme + SCHEME_END.length();
            int end = end(text, start);
            bare.append(text, from, start);
            append(text, start, end, bare);
            from = end;
            scheme = text.indexOf(SCHEME_END, end);
        }
        return bare.append(text, from, text.length()).toString();
    }

    /// An address goes on to a blank or a quotation mark.
    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ' && "\"'`<>\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void append(String text, int start, int end, StringBuilder bare) {
        int path = first(text, start, end, "/?#");
        int query = first(text, path, end, "?#");
        bare.append(text, host(text, start, path), query);
        if (query < end) {
            bare.append(LEFT_OUT);
        }
    }

    /// Behind the last `@` of an authority, or its start.
    private static int host(String text, int start, int end) {
        int host = end;
        while (host > start && text.charAt(host - 1) != '@') {
            host--;
        }
        return host;
    }

    private static int first(String text, int start, int end, String any) {
        int at = start;
        while (at < end && any.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
