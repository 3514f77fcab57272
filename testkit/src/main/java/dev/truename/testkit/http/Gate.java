package dev.truename.testkit.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a test holds shut while it looks at a transfer in the middle. Shut at first.
public final class Gate {
    private static final int WIDE_OPEN = 1 << 30;

    private final Semaphore permits = new Semaphore(0);
    private final AtomicBoolean open = new AtomicBoolean();

    /// Shut.
    public Gate() {}

    /// Lets so many pieces through; those that were not used yet stay.
    public void release(int pieces) {
        permits.release(pieces);
    }

    /// Lets everything through from now on.
    public void open() {
        if (open.compareAndSet(false, true)) {
            permits.release(WIDE_OPEN);
        }
    }

    /// Waits until a piece is let through. The server's own threads call it; closing the server interrupts them.
    void pass() throws InterruptedException {
        if (!open.get()) {
            permits.acquire();
        }
    }

    /// Whether something is waiting at the gate now.
    public boolean isWaitedFor() {
        return permits.hasQueuedThreads();
    }
}
