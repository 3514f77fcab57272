package dev.truename.names.reload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// How things stand with the configuration, as one value.
///
/// @param snapshot what is in force
/// @param rejection why the files are not, if they say something else that cannot be used
/// @param failures how often files were rejected since the start
/// @param checked when the files were last looked at
/// @param unwatched why changes are seen only by looking from time to time, if the system does not tell of them
public record ReloadStatus(
        Snapshot snapshot, Optional<Rejection> rejection, long failures, Instant checked, Optional<String> unwatched) {
    public ReloadStatus {
        requireNonNull(snapshot);
        requireNonNull(rejection);
        requireNonNull(checked);
        requireNonNull(unwatched);
    }
}
