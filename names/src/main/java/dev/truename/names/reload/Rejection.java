package dev.truename.names.reload;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Finding;
import java.time.Instant;
import java.util.List;

/// Why what the files say now is not in force.
///
/// @param errors at least one, each with its file and line
/// @param since when this was first found
public record Rejection(List<Finding> errors, Instant since) {
    public Rejection {
        errors = List.copyOf(errors);
        requireNonNull(since);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("a rejection has a reason");
        }
    }
}
