package dev.truename.names.pullsource;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Optional;

/// Where one reference is fetched from, in order, and where it is not.
///
/// Mirrors of a blocked registry are used when they stand in the same table as its `blocked = true`: that is how
/// "never contact the source" is written.
///
/// @param entry the table that applies to the logical name, if any does
/// @param sources none exactly if nothing may be pulled
/// @param unused what the configuration names for it and why it is left out
public record PullPlan(
        Qualified reference, Optional<RegistryEntry> entry, List<PullSource> sources, List<UnusedSource> unused) {
    public PullPlan {
        requireNonNull(reference);
        requireNonNull(entry);
        sources = List.copyOf(sources);
        unused = List.copyOf(unused);
    }

    /// Whether the configuration forbids every place.
    public boolean blocked() {
        return sources.isEmpty();
    }
}
