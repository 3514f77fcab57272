package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A part of a text that becomes another.
record Edit(Span span, String text) {
    Edit {
        requireNonNull(span);
        requireNonNull(text);
    }

    /// @param edits by place, none inside another
    static String apply(String chars, List<Edit> edits) {
        StringBuilder out = new StringBuilder(chars.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            out.append(chars, at, edit.span.start()).append(edit.text);
            at = edit.span.end();
        }
        return out.append(chars, at, chars.length()).toString();
    }
}
