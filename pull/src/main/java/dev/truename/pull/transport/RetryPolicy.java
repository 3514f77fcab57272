package dev.truename.pull.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a request is sent again. Only requests that change nothing are.
final class RetryPolicy {
    static final int TRIES = 3;
    static final int RATE_LIMIT_TRIES = 5;
    static final Duration MAX = Duration.ofSeconds(60);

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration FIRST_RATE_LIMITED = Duration.ofSeconds(2);
    private static final int MAX_DIGITS = 9;

    private final Pauses pauses;

    RetryPolicy(Pauses pauses) {
        this.pauses = pauses;
    }

    /// How long to wait before the next try after an answer, if there is to be one.
    ///
    /// @param tried how often the request was sent, from 1
    Optional<Duration> afterAnswer(HttpAnswer answer, int tried) {
        int status = answer.status();
        boolean limited = status == 429;
        boolean failed = status == 500 || status == 502 || status == 503 || status == 504;
        if (!(limited && tried < RATE_LIMIT_TRIES) && !(failed && tried < TRIES)) {
            return Optional.empty();
        }
        Optional<Duration> asked = answer.header("Retry-After").flatMap(value -> retryAfter(value, pauses.now()));
        return asked.map(RetryPolicy::capped)
                .or(() -> Optional.of(limited ? doubled(FIRST_RATE_LIMITED, tried) : afterBreak(tried)));
    }

    /// How long to wait after a connection that broke before it answered: between half of and the whole of 250 ms,
    /// doubling.
    Duration afterBreak(int tried) {
        Duration whole = doubled(FIRST, tried);
        return whole.dividedBy(2).plusNanos((long) (whole.toNanos() / 2.0 * pauses.jitter()));
    }

    private static Duration doubled(Duration first, int tried) {
        return capped(first.multipliedBy(1L << Math.min(tried - 1, 10)));
    }

    private static Duration capped(Duration duration) {
        return duration.compareTo(MAX) > 0 ? MAX : duration;
    }

    /// Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. Nothing if it is neither.
    static Optional<Duration> retryAfter(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(text.length() > MAX_DIGITS ? MAX : Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
