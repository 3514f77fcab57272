package dev.truename.names.workload;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Splits a Containerfile: parser directives, instructions over several lines, here-documents.
///
/// Source: the Dockerfile reference of BuildKit, "Parser directives", "Escape", "Here-Documents".
final class ContainerfileLines {
    private static final List<String> DIRECTIVES = List.of("syntax", "escape", "check");
    private static final List<String> WITH_DOCUMENTS = List.of("run", "copy", "add");

    private final String chars;
    private char escape = '\\';
    private int at;

    ContainerfileLines(String chars) {
        this.chars = chars;
    }

    /// A comment in front that says how to read what follows.
    record Directive(String name, Span value) {}

    /// The next directive; null once there are no more.
    @Nullable
    Directive directive() {
        int end = lineEnd(at);
        String line = chars.substring(at, end);
        int equals = line.indexOf('=');
        if (!line.stripLeading().startsWith("#") || equals < 0) {
            return null;
        }
        String name = line.substring(line.indexOf('#') + 1, equals).strip().toLowerCase(Locale.ROOT);
        if (!DIRECTIVES.contains(name)) {
            return null;
        }
        String value = line.substring(equals + 1);
        int start = at + equals + 1 + value.length() - value.stripLeading().length();
        Span span = new Span(start, start + value.strip().length());
        if (name.equals("escape") && span.of(chars).equals("`")) {
            escape = '`';
        }
        at = next(end);
        return new Directive(name, span);
    }

    /// The words of the next instruction; none once there are no more.
    List<Word> instruction() {
        skipComments();
        if (at >= chars.length()) {
            return List.of();
        }
        List<Word> words = joined().words();
        if (!words.isEmpty() && WITH_DOCUMENTS.contains(words.getFirst().text().toLowerCase(Locale.ROOT))) {
            for (Word word : words) {
                skipDocument(word.unquoted().text());
            }
        }
        return words;
    }

    private void skipComments() {
        while (at < chars.length() && isBlankOrComment(at, lineEnd(at))) {
            at = next(lineEnd(at));
        }
    }

    private boolean isBlankOrComment(int start, int end) {
        int first = start;
        while (first < end && Character.isWhitespace(chars.charAt(first))) {
            first++;
        }
        return first == end || chars.charAt(first) == '#';
    }

    /// Lines that end with the escape character go on; comments and empty lines between them do not count.
    private Instruction joined() {
        Instruction joined = new Instruction();
        boolean more = true;
        while (more && at < chars.length()) {
            int lineEnd = lineEnd(at);
            int end = trimmed(at, lineEnd);
            more = end > at && chars.charAt(end - 1) == escape;
            joined.add(chars, at, more ? end - 1 : end);
            at = next(lineEnd);
            if (more) {
                skipComments();
            }
        }
        return joined;
    }

    private int trimmed(int start, int lineEnd) {
        int end = lineEnd;
        while (end > start && Character.isWhitespace(chars.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// A word such as `<<EOF` or `3<<-"EOF"` takes the lines up to that word.
    private void skipDocument(String word) {
        @Nullable String end = documentEnd(word);
        if (end == null) {
            return;
        }
        boolean tabs = word.contains("<<-");
        while (at < chars.length()) {
            int lineEnd = lineEnd(at);
            String line = chars.substring(at, lineEnd);
            at = next(lineEnd);
            if (line.equals(end) || (tabs && withoutTabs(line).equals(end))) {
                return;
            }
        }
    }

    private static String withoutTabs(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '\t') {
            start++;
        }
        return line.substring(start);
    }

    private static @Nullable String documentEnd(String word) {
        int start = 0;
        while (start < word.length() && word.charAt(start) >= '0' && word.charAt(start) <= '9') {
            start++;
        }
        if (!word.startsWith("<<", start)) {
            return null;
        }
        String end = word.substring(start + 2);
        end = end.startsWith("-") ? end.substring(1) : end;
        return end.isEmpty() || end.indexOf('<') >= 0 ? null : end;
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < chars.length() && chars.charAt(end) != '\n' && chars.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int next(int lineEnd) {
        return Math.min(chars.length(), lineEnd + (chars.startsWith("\r\n", lineEnd) ? 2 : 1));
    }
}
