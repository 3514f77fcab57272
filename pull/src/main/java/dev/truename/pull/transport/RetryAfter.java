package dev.truename.pull.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an answer asks callers to wait.
public final class RetryAfter {
    private RetryAfter() {}

    /// Nothing if it does not say, or not clearly.
    public static Optional<Duration> of(HttpAnswer answer) {
        return answer.header("Retry-After").flatMap(value -> RetryPolicy.retryAfter(value, Instant.now()));
    }
}
