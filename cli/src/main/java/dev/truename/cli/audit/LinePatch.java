package dev.truename.cli.audit;

import java.util.ArrayList;
import java.util.List;

/// What changes between two texts of as many lines, as a patch (diff -u). Names are written inside lines, so lines
/// never come or go.
final class LinePatch {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder out = new StringBuilder();

    private LinePatch(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /// The patch; empty where nothing changes.
    ///
    /// @param name of the file, as it was given
    /// @throws IllegalArgumentException if the texts have not as many lines
    static String of(String name, String before, String after) {
        LinePatch patch = new LinePatch(lines(before), lines(after));
        if (patch.before.size() != patch.after.size()) {
            throw new IllegalArgumentException("lines came or went in " + name);
        }
        patch.hunks();
        String file = header(name);
        return patch.out.isEmpty() ? "" : "--- " + file + "\n+++ " + file + "\n" + patch.out;
    }

    /// A name as patch(1) reads it whole: quoted as in C where it could be taken for lines of the patch, since whoever
    /// names a file is not to say what is patched; with a tab behind it where it has a space.
    private static String header(String name) {
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '"' || c == '\\')) {
            return quoted(name);
        }
        return name.indexOf(' ') < 0 ? name : name + "\t";
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == 0x7f) {
                quoted.append('\\').append((char) ('0' + (c >> 6))).append((char) ('0' + (c >> 3 & 7)));
                quoted.append((char) ('0' + (c & 7)));
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /// With their ends, which a last line may lack.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private void hunks() {
        int at = 0;
        while (at < before.size()) {
            int first = nextChange(at);
            if (first == before.size()) {
                return;
            }
            int last = first;
            for (int next = nextChange(last + 1);
                    next < before.size() && next - last <= 2 * CONTEXT;
                    next = nextChange(last + 1)) {
                last = next;
            }
            hunk(Math.max(0, first - CONTEXT), Math.min(before.size(), last + 1 + CONTEXT));
            at = last + 1;
        }
    }

    private int nextChange(int from) {
        int i = from;
        while (i < before.size() && before.get(i).equals(after.get(i))) {
            i++;
        }
        return i;
    }

    /// Lines that change next to each other are taken out together, then put in together.
    private void hunk(int from, int to) {
        String range = (from + 1) + "," + (to - from);
        out.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
        int i = from;
        while (i < to) {
            int same = Math.min(to, nextChange(i));
            for (; i < same; i++) {
                line(' ', before.get(i));
            }
            int end = i;
            while (end < to && !before.get(end).equals(after.get(end))) {
                end++;
            }
            before.subList(i, end).forEach(line -> line('-', line));
            after.subList(i, end).forEach(line -> line('+', line));
            i = end;
        }
    }

    private void line(char sign, String line) {
        out.append(sign).append(line);
        if (!line.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }
}
