package dev.truename.names.workload;

/// A part of a file's text.
///
/// @param start index of the first character
/// @param end index behind the last one
record Span(int start, int end) {
    Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ", " + end);
        }
    }

    String of(String chars) {
        return chars.substring(start, end);
    }
}
