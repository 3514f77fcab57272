package dev.truename.pull.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// Time as retries and tokens see it; tests put their own in its place and need not wait.
public interface Pauses {
    /// Waits.
    ///
    /// @throws InterruptedException if somebody stopped the calling thread
    void pause(Duration duration) throws InterruptedException;

    /// Called before every request that goes out, each try, token and redirect included. May wait, to keep a rate.
    ///
    /// @param endpoint where it goes
    /// @throws InterruptedException if somebody stopped the calling thread
    default void beforeRequest(Endpoint endpoint) throws InterruptedException {}

    /// The time of day.
    Instant now();

    /// A number from 0 up to, not including, 1: spreads what many clients would do at once.
    double jitter();

    /// The machine's clock.
    static Pauses real() {
        return new Pauses() {
            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public double jitter() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
