package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Sources disagree on a name, and no reviewed line decides.
///
/// @param entries two or more, each with the lines that say so
public record Conflict(String key, List<Entry> entries) {
    public Conflict {
        requireNonNull(key);
        entries = List.copyOf(entries);
    }
}
