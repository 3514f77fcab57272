package dev.truename.cli.io;

import java.util.concurrent.atomic.AtomicBoolean;

/// Leaves the terminal as it was: when it is closed, or when the process is ended by a signal before.
public final class TerminalGuard implements AutoCloseable {
    private final Runnable restore;
    private final AtomicBoolean restored = new AtomicBoolean();
    private final Thread hook = new Thread(this::restoreOnce, "terminal");

    private TerminalGuard(Runnable restore) {
        this.restore = restore;
    }

    /// @param restore what is to be done, once; must not wait for anything
    public static TerminalGuard restoringBy(Runnable restore) {
        TerminalGuard guard = new TerminalGuard(restore);
        ShutdownHooks.add(guard.hook);
        return guard;
    }

    private void restoreOnce() {
        if (restored.compareAndSet(false, true)) {
            try {
                restore.run();
            } catch (Output.OutputException e) {
                // The terminal is gone.
            }
        }
    }

    @Override
    public void close() {
        restoreOnce();
        ShutdownHooks.remove(hook);
    }
}
