package dev.truename.pull.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.transport.Endpoint;
import dev.truename.pull.transport.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Time in which a host gets so many requests a second and no more, each try and each question for a token counted.
/// Hosts do not wait for each other.
public final class PacedRequests implements Pauses {
    /// Requests a second for each host, if nobody says otherwise.
    public static final int DEFAULT_RATE = 10;

    /// Nobody waits that long for a turn: who would, sees a clock that was set back.
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final Pauses time;
    private final Duration interval;
    private final Map<String, Instant> turns = new ConcurrentHashMap<>();

    /// @param perSecond at least 1
    public PacedRequests(Pauses time, int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("a rate is at least 1 a second");
        }
        this.time = requireNonNull(time);
        this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    @Override
    public void beforeRequest(Endpoint endpoint) throws InterruptedException {
        Instant now = time.now();
        Instant next = turns.merge(endpoint.authority(), now, (last, _) -> turn(last, now));
        if (next.isAfter(now)) {
            time.pause(Duration.between(now, next));
        }
    }

    private Instant turn(Instant last, Instant now) {
        Instant next = last.plus(interval);
        return next.isBefore(now) || Duration.between(now, next).compareTo(MAX_WAIT) > 0 ? now : next;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        time.pause(duration);
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public double jitter() {
        return time.jitter();
    }
}
