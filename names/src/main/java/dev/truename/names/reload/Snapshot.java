package dev.truename.names.reload;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.RegistriesConfiguration;
import java.time.Duration;
import java.time.Instant;

/// All that says what names mean, at one moment. Whoever answers a question takes one snapshot and stays with it: two
/// of them may differ.
///
/// @param sequence 1 for a process's first snapshot
/// @param loaded when it was read
public record Snapshot(RegistriesConfiguration configuration, SnapshotId id, long sequence, Instant loaded) {
    public Snapshot {
        requireNonNull(configuration);
        requireNonNull(id);
        requireNonNull(loaded);
    }

    public Duration age(Instant now) {
        return Duration.between(loaded, now);
    }

    @Override
    public String toString() {
        return "snapshot " + id + " (" + sequence + ")";
    }
}
