package dev.truename.names.lint;

/// The parts of a repository's path, which `/` parts.
final class PathParts {
    /// So many hex digits are no word.
    private static final int SHORTEST_NUMBER = 16;

    private PathParts() {}

    static int count(String path) {
        return (int) path.chars().filter(c -> c == '/').count() + 1;
    }

    static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /// The first part that is equal to the one ahead of it; empty if none is.
    static String repeated(String path) {
        String[] parts = path.split("/");
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals(parts[i - 1])) {
                return parts[i];
            }
        }
        return "";
    }

    /// The first namespace that is a long hexadecimal number; empty if none is.
    static String machineMade(String path) {
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].length() >= SHORTEST_NUMBER && isHex(parts[i])) {
                return parts[i];
            }
        }
        return "";
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(PathParts::isHexDigit) && text.chars().anyMatch(PathParts::isDigit);
    }

    private static boolean isHexDigit(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'f');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Whether two names are the same but for their numbers: `ubi8/x` and `ubi9/x`.
    static boolean differInDigits(String a, String b) {
        return withoutDigits(a).equals(withoutDigits(b));
    }

    private static String withoutDigits(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().filter(c -> !isDigit(c)).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
