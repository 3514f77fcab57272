package dev.truename.cri.own;

import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullListener;
import java.time.Duration;

/// Interrupts a pull that gets nowhere. Whatever happens in it counts as getting ahead.
final class ProgressWatch implements PullListener, AutoCloseable {
    private final Duration patience;
    private final PullListener next;
    private final Thread pulling = Thread.currentThread();
    private final Thread watch;
    private volatile long last = System.nanoTime();
    private volatile boolean expired;

    /// Watches the pull of the thread that makes it.
    ///
    /// @param patience zero for any time
    /// @param next told everything, too
    ProgressWatch(Duration patience, PullListener next) {
        this.patience = patience;
        this.next = next;
        this.watch = Thread.ofVirtual().unstarted(this::run);
        if (!patience.isZero()) {
            watch.start();
        }
    }

    private void run() {
        try {
            for (long left = left(); left > 0; left = left()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            expired = true;
            pulling.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the pull has ended
        }
    }

    private long left() {
        return patience.toNanos() - (System.nanoTime() - last);
    }

    @Override
    public void on(PullEvent event) {
        last = System.nanoTime();
        next.on(event);
    }

    /// Whether it was this that ended the pull.
    boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
