package dev.truename.names.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a Quadlet unit (podman-systemd.unit(5)): `Image=` of the sections `[Container]`, `[Image]` and `[Volume]`. Of
/// several the last one counts, and an empty one takes back those before it.
final class QuadletReader {
    private static final List<String> SECTIONS = List.of("Container", "Image", "Volume");

    /// Units that say what the image is, or how it is built.
    private static final List<String> UNITS = List.of(".image", ".build");

    private static final String KEY = "Image";

    private final Gathered found;
    private final String chars;
    private String section = "";
    private @Nullable Span last;

    QuadletReader(Gathered found) {
        this.found = found;
        this.chars = found.text().chars();
    }

    void read() {
        int start = 0;
        boolean continued = false;
        while (start < chars.length()) {
            int end = lineEnd(start);
            boolean comment = continued && isComment(start, end);
            if (!continued) {
                line(start, end);
            }
            continued = comment || (end > start && chars.charAt(end - 1) == '\\' && !isComment(start, end));
            start = next(end);
        }
        leaveSection();
    }

    private boolean isComment(int start, int end) {
        int at = skipBlanks(start, end);
        return at < end && (chars.charAt(at) == '#' || chars.charAt(at) == ';');
    }

    private int lineEnd(int start) {
        int at = start;
        while (at < chars.length() && chars.charAt(at) != '\n' && chars.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int next(int lineEnd) {
        boolean pair = chars.startsWith("\r\n", lineEnd);
        return lineEnd + (pair ? 2 : 1);
    }

    private int skipBlanks(int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(chars.charAt(at))) {
            at++;
        }
        return at;
    }

    private void line(int lineStart, int lineEnd) {
        int start = skipBlanks(lineStart, lineEnd);
        if (isComment(start, lineEnd)) {
            return;
        }
        String line = chars.substring(start, lineEnd).stripTrailing();
        if (line.startsWith("[") && line.endsWith("]")) {
            leaveSection();
            section = line.substring(1, line.length() - 1);
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0
                || !SECTIONS.contains(section)
                || !line.substring(0, equals).strip().equals(KEY)) {
            return;
        }
        int value = skipBlanks(start + equals + 1, lineEnd);
        last = new Span(value, Math.max(value, start + line.length()));
    }

    private void leaveSection() {
        if (last != null && last.start() < last.end()) {
            image(last);
        }
        last = null;
    }

    private void image(Span value) {
        String text = value.of(chars);
        if (text.endsWith("\\")) {
            found.problem(
                    value.start(), Problem.Kind.SYNTAX, "the name goes on in the next line", "write it on one line");
        } else if (UNITS.stream().noneMatch(text::endsWith)) {
            found.add(Specifiers.read(text, value.start()), section + " unit", false);
        }
    }
}
