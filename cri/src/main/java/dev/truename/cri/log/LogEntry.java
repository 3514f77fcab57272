package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One thing to be told.
///
/// @param event what kind of thing, a stable word for scripts
/// @param message a sentence for people, printable and bounded
/// @param fields by name, in order; each a [String] (printable and bounded), [Long] or [Boolean]
public record LogEntry(
        Instant time, LogLevel level, String event, String message, SequencedMap<String, Object> fields) {
    public LogEntry {
        requireNonNull(time);
        requireNonNull(level);
        requireNonNull(event);
        requireNonNull(message);
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
}
