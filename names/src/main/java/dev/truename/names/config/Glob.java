package dev.truename.names.config;

/// A pattern in which `*` stands for any characters, none included, and every other character for itself.
record Glob(String pattern) {
    static final char ANY = '*';

    /// Goes back no further than to the last `*`, so the time is at most the product of both lengths.
    boolean matches(String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < text.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == ANY) {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == ANY) {
            at++;
        }
        return at == pattern.length();
    }
}
