package dev.truename.names.reload;

import dev.truename.names.config.Finding;
import java.util.List;

/// What became of looking at the files.
public sealed interface ReloadEvent {
    /// Why the files were looked at.
    enum Trigger {
        START,
        /// The system told of a change.
        CHANGE,
        /// It was time.
        POLL,
        /// Somebody asked for it: a signal.
        REQUEST
    }

    Trigger trigger();

    /// They say something new, which is in force from now on. Told for the first snapshot too.
    record Loaded(Trigger trigger, Snapshot snapshot) implements ReloadEvent {}

    /// They say what is in force. Told only if somebody asked, or after a rejection.
    record Unchanged(Trigger trigger, Snapshot snapshot) implements ReloadEvent {}

    /// They cannot be used; what was in force stays.
    ///
    /// @param kept what stays in force
    record Rejected(Trigger trigger, Snapshot kept, List<Finding> errors) implements ReloadEvent {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /// The system does not tell of changes, for the reason given; they are seen a little later.
    record Unwatched(Trigger trigger, String reason) implements ReloadEvent {}
}
