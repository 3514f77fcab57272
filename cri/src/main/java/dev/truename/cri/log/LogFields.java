package dev.truename.cri.log;

import dev.truename.cri.event.BareAddresses;
import dev.truename.names.reference.Printable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Collects the fields of one entry. What comes from outside is escaped, cut and bared of secret parts of addresses
/// here, so that a line stays one line and its length is ours.
final class LogFields {
    /// In characters; a reference with a digest and its source's place fit.
    static final int MAX_TEXT = 600;

    private static final int MAX_ELEMENTS = 16;

    private final SequencedMap<String, Object> fields = new LinkedHashMap<>();

    LogFields text(String name, String value) {
        fields.put(name, shown(value));
        return this;
    }

    LogFields text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    LogFields number(String name, long value) {
        fields.put(name, value);
        return this;
    }

    LogFields flag(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    LogFields millis(String name, Duration value) {
        return number(name, value.toMillis());
    }

    /// Several texts as one, the first sixteen.
    LogFields texts(String name, List<String> values) {
        String joined = String.join(", ", values.subList(0, Math.min(values.size(), MAX_ELEMENTS)));
        int more = values.size() - MAX_ELEMENTS;
        return text(name, more > 0 ? joined + " and " + more + " more" : joined);
    }

    static String shown(String text) {
        return Printable.text(BareAddresses.in(text), MAX_TEXT);
    }

    SequencedMap<String, Object> all() {
        return fields;
    }
}
