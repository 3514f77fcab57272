package dev.truename.cli.table;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Output;
import dev.truename.cli.io.TerminalGuard;
import dev.truename.names.catalog.CheckedTarget;

/// How far a check is, on standard error: one line that is written over on a terminal, else one line for each tenth.
final class CheckProgress implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[2K";
    private static final long PERIOD_NANOS = 100_000_000;
    /// What is over soon needs no lines in a log.
    private static final int FEW = 100;

    private final Console console;
    private final int total;
    private final boolean terminal;
    private final boolean shown;
    private final TerminalGuard guard;
    private int done;
    private int findings;
    private boolean drawn;
    private long drawnAt = System.nanoTime();

    CheckProgress(Console console, int total, boolean shown) {
        this.console = console;
        this.total = total;
        this.terminal = console.isTerminal(Descriptor.ERROR) && !console.isDumb();
        this.shown = shown;
        this.guard = TerminalGuard.restoringBy(this::erase);
    }

    synchronized void done(CheckedTarget checked) {
        done++;
        findings += checked.state().isFinding() ? 1 : 0;
        if (!shown) {
            return;
        }
        try {
            if (terminal) {
                draw();
            } else if (total > FEW && done * 10L / total > (done - 1) * 10L / total) {
                console.err().line(text());
                console.err().flush();
            }
        } catch (Output.OutputException e) {
            // Nobody is left to be told; the check goes on.
        }
    }

    private void draw() {
        long now = System.nanoTime();
        if (now - drawnAt > PERIOD_NANOS) {
            drawnAt = now;
            drawn = true;
            console.err().raw(CLEAR + text());
            console.err().flush();
        }
    }

    private String text() {
        return "checked " + done + " of " + total + (findings == 0 ? "" : ", " + findings + " with findings");
    }

    /// Makes way for a line of the answer, which may go to the same terminal.
    synchronized void erase() {
        if (drawn) {
            drawn = false;
            console.err().raw(CLEAR);
            console.err().flush();
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}
