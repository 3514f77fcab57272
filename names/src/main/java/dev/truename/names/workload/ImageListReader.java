package dev.truename.names.workload;

/// Reads one name a line; what follows a `#` in front or behind white space is a comment.
final class ImageListReader {
    private final Gathered found;
    private final String chars;

    ImageListReader(Gathered found) {
        this.found = found;
        this.chars = found.text().chars();
    }

    void read() {
        int start = 0;
        for (int i = 0; i <= chars.length(); i++) {
            if (i == chars.length() || chars.charAt(i) == '\n' || chars.charAt(i) == '\r') {
                line(start, i);
                start = i + 1;
            }
        }
    }

    private void line(int lineStart, int lineEnd) {
        int start = lineStart;
        while (start < lineEnd && Character.isWhitespace(chars.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < lineEnd && !Character.isWhitespace(chars.charAt(end))) {
            end++;
        }
        if (start == end || chars.charAt(start) == '#') {
            return;
        }
        String behind = chars.substring(end, lineEnd).strip();
        if (!behind.isEmpty() && !behind.startsWith("#")) {
            found.problem(
                    start,
                    Problem.Kind.SYNTAX,
                    "there is more than one word in the line: " + Gathered.shown(chars.substring(start, lineEnd)),
                    "write one name a line, and comments behind a #");
            return;
        }
        Span name = new Span(start, end);
        found.add(Written.literal(name.of(chars), name), "list", false);
    }
}
