package dev.truename.cli.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The end of the process by a signal. Who works on something that can be stopped is interrupted, and has a moment
/// to tidy up and say so; a script that waits for an answer gets one in any case. The process then ends as the
/// signal says: 130 for Ctrl-C.
///
/// One for a process. Where nobody can be interrupted and nothing is owed, the process ends at once.
public final class Interruption implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3000;

    private final Output out;
    private final boolean ofProcess;
    private final CountDownLatch left = new CountDownLatch(1);
    private boolean listening;
    private volatile @Nullable Thread worker;
    private volatile @Nullable String owed;
    private volatile boolean underWay;

    private Interruption(Output out, boolean ofProcess) {
        this.out = out;
        this.ofProcess = ofProcess;
    }

    /// Of this process by a signal.
    public static Interruption ofProcess(Output out) {
        return new Interruption(out, true);
    }

    /// By nobody: for a command inside something that is interrupted as a whole.
    public static Interruption none(Output out) {
        return new Interruption(out, false);
    }

    /// From now on until [#close()] the current thread, if it is interrupted, stops soon and says so itself.
    public Interruption stopping() {
        listen();
        worker = Thread.currentThread();
        return this;
    }

    /// @param line what a script is told if the process ends before [Output#lastLine(String)]
    public void owe(String line) {
        owed = line;
        listen();
    }

    /// That nobody is told anything.
    public void oweNothing() {
        owed = null;
        worker = null;
    }

    private void listen() {
        if (ofProcess && !listening) {
            listening = true;
            ShutdownHooks.add(new Thread(this::end, "interruption"));
        }
    }

    /// That everything there is to say has been said.
    ///
    /// @return false if it was not said any more, since the process is about to end
    public boolean finish() {
        return out.finish();
    }

    /// Leaves it to the signal, if there was one, to end the process now. Whoever does not, halts it.
    ///
    /// @return whether there was one
    public boolean leave() {
        left.countDown();
        return underWay;
    }

    /// What a signal starts.
    void end() {
        underWay = true;
        @Nullable Thread working = worker;
        if (working != null) {
            working.interrupt();
            awaitLeave();
        }
        @Nullable String line = owed;
        if (line != null && left.getCount() > 0) {
            Thread teller = Thread.ofPlatform().daemon().start(() -> tell(line));
            await(teller);
        }
    }

    /// In a thread that nobody has to wait for: there may be nobody who reads.
    private void tell(String line) {
        try {
            if (!out.end(line)) {
                awaitLeave();
            }
        } catch (Output.OutputException e) {
            // There is nobody to be told.
        }
    }

    private void awaitLeave() {
        try {
            boolean _ = left.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread teller) {
        try {
            teller.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        worker = null;
    }
}
