package dev.truename.pull.distribution;

import dev.truename.pull.transport.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that passes only where somebody waits for it.
public final class FakeTime implements Pauses {
    private final List<Duration> pauses = new ArrayList<>();
    private boolean stopped;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    public FakeTime() {}

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    /// Lets every further pause end as if its thread were interrupted.
    public synchronized void stopPauses() {
        stopped = true;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public double jitter() {
        return 0;
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
