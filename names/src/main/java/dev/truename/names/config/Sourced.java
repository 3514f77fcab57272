package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

/// A value and the place where it was written.
public record Sourced<T>(T value, Origin origin) {
    public Sourced {
        requireNonNull(value);
        requireNonNull(origin);
    }
}
