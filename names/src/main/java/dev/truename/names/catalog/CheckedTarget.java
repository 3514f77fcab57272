package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;

/// An alias that was checked.
///
/// @param sources in the order in which a pull would ask them
/// @param because the line that blocks it, where one does
public record CheckedTarget(
        String name, Repository target, TargetState state, List<CheckedSource> sources, Optional<Origin> because) {
    public CheckedTarget {
        requireNonNull(name);
        requireNonNull(target);
        requireNonNull(state);
        sources = List.copyOf(sources);
        requireNonNull(because);
    }

    /// The first place that has it, among those that serve tags: who would be pulled from by the alias alone.
    public Optional<CheckedSource> servedBy() {
        return sources.stream()
                .filter(CheckedSource::byTag)
                .filter(CheckedSource::has)
                .findFirst();
    }
}
