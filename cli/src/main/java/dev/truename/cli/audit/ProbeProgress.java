package dev.truename.cli.audit;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Output;
import dev.truename.cli.io.TerminalGuard;
import dev.truename.names.audit.Survey;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Qualified;
import java.util.concurrent.atomic.AtomicInteger;

/// How many questions are answered, on one line of a terminal that is drawn over again, at most ten times a second.
/// Without a terminal nothing is shown: a log needs no such thing.
final class ProbeProgress implements Survey.Listener, AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;

    private final Console console;
    private final int questions;
    private final boolean shown;
    private final int width;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final TerminalGuard guard;
    private long drawnAt;
    private boolean drawn;
    private boolean ended;

    ProbeProgress(Console console, int questions) {
        this.console = console;
        this.questions = questions;
        this.shown = console.isTerminal(Descriptor.ERROR) && !console.isDumb();
        this.width = shown ? console.width(Descriptor.ERROR) - 1 : 0;
        this.drawnAt = System.nanoTime();
        this.guard = TerminalGuard.restoringBy(this::erase);
    }

    @Override
    public void answered(Qualified question, ProbeAnswer answer) {
        answered.incrementAndGet();
        if (answer instanceof ProbeAnswer.Failed) {
            failed.incrementAndGet();
        }
        if (shown) {
            draw(question);
        }
    }

    private synchronized void draw(Qualified question) {
        long now = System.nanoTime();
        if (ended || now - drawnAt < PERIOD_NANOS) {
            return;
        }
        drawnAt = now;
        drawn = true;
        String line = text(answered.get(), questions, failed.get(), question.toString());
        write("\r\u001b[2K" + line.substring(0, Math.min(width, line.length())));
    }

    static String text(int answered, int questions, int failed, String last) {
        return "asked " + answered + " of " + questions + (failed == 0 ? "" : ", " + failed + " failed") + ": " + last;
    }

    private synchronized void erase() {
        if (drawn && !ended) {
            write("\r\u001b[2K");
        }
        ended = true;
    }

    private void write(String text) {
        try {
            console.err().raw(text);
            console.err().flush();
        } catch (Output.OutputException e) {
            ended = true; // the terminal is gone; the audit goes on
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}
