package dev.truename.cri.own;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.Pruned;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Gives back the room of what was removed: in the background, once for all that was removed meanwhile, and
/// again as long as another process stands in the way.
final class Reclaimer implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_PAUSE = Duration.ofMinutes(1);

    private final ImageStore store;
    private final NodeListener listener;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread worker;

    Reclaimer(ImageStore store, NodeListener listener) {
        this.store = store;
        this.listener = listener;
        this.worker = Thread.ofVirtual().name("reclaimer").start(this::run);
    }

    /// Something was removed.
    void wake() {
        wanted.release();
    }

    private void run() {
        try {
            while (true) {
                wanted.acquire();
                boolean _ = wanted.drainPermits() > 0; // one sweep for all of them
                reclaim();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void reclaim() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!reclaimed()) {
            boolean _ = wanted.tryAcquire(pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean reclaimed() throws InterruptedException {
        long start = System.nanoTime();
        try {
            Pruned pruned = store.reclaim();
            listener.on(new NodeEvent.Reclaimed(pruned, Duration.ofNanos(System.nanoTime() - start)));
            return true;
        } catch (PullException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            listener.on(new NodeEvent.ReclaimFailed(e.failure()));
            return false;
        } catch (RuntimeException e) {
            listener.on(new NodeEvent.Broken("reclaiming room", e));
            return true;
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
