package dev.truename.names.catalog;

import dev.truename.names.reference.Repository;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What another table changes.
///
/// @param changes by name, names without a namespace first
public record TableDiff(SortedMap<String, Change> changes) {
    /// What happens to one name.
    public sealed interface Change {
        record Added(Repository target) implements Change {}

        record Removed(Repository target) implements Change {}

        /// The name comes from another registry: whoever runs that one is trusted from now on.
        record Moved(Repository from, Repository to) implements Change {}

        /// Another repository of the same registry.
        record Retargeted(Repository from, Repository to) implements Change {}
    }

    /// @param before what each name meant; a name that was erased is not in it
    /// @param after what each name will mean
    public static TableDiff of(Map<String, Repository> before, Map<String, Repository> after) {
        SortedMap<String, Change> changes = new TreeMap<>(Entry::compareKeys);
        before.forEach((key, target) -> change(target, after.get(key)).ifPresent(change -> changes.put(key, change)));
        after.forEach((key, target) -> {
            if (!before.containsKey(key)) {
                changes.put(key, new Change.Added(target));
            }
        });
        return new TableDiff(changes);
    }

    private static Optional<Change> change(Repository from, @Nullable Repository to) {
        if (to == null) {
            return Optional.of(new Change.Removed(from));
        }
        if (from.equals(to)) {
            return Optional.empty();
        }
        return Optional.of(
                from.host().equals(to.host()) ? new Change.Retargeted(from, to) : new Change.Moved(from, to));
    }
}
