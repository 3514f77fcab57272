package dev.truename.cli.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns the end of the process by a signal into an interrupt of the thread that works, and gives it a moment to tidy
/// up. The process then ends as the signal says: 130 for Ctrl-C.
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 3;

    private final Thread worker;
    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /// For what the current thread does until this is closed.
    public static Interruption ofCurrentThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        ShutdownHooks.add(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        worker.interrupt();
        try {
            boolean _ = tidy.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tidy.countDown();
        ShutdownHooks.remove(hook);
    }
}
