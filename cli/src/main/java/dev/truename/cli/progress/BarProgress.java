package dev.truename.cli.progress;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Output;
import dev.truename.cli.io.TerminalGuard;
import dev.truename.names.reference.Printable;
import dev.truename.pull.pull.PullEvent;
import java.util.List;

/// Bars, drawn over each other. A frame is one write, so nothing flickers; while it is shown the cursor is hidden and
/// long lines are cut by the terminal, so a window that is made smaller does no harm. Both are undone by
/// [TerminalGuard], also when the process is interrupted.
final class BarProgress implements Progress {
    private static final String HIDE = "\u001b[?25l\u001b[?7l";
    private static final String SHOW = "\u001b[?7h\u001b[?25h";
    private static final long PERIOD_MILLIS = 100;
    private static final long FIRST_MILLIS = 150;

    private final Console console;
    private final String name;
    private final PullState state = new PullState();
    private final long started = System.nanoTime();
    private final TerminalGuard guard;
    private final Thread painter;
    private int drawnLines;
    private boolean ended;

    private BarProgress(Console console, String name) {
        this.console = console;
        this.name = Printable.text(name);
        this.guard = TerminalGuard.restoringBy(this::erase);
        this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
    }

    static BarProgress start(Console console, String name) {
        BarProgress progress = new BarProgress(console, name);
        progress.painter.start();
        return progress;
    }

    @Override
    public void on(PullEvent event) {
        state.on(event);
    }

    /// What is over at once is not shown at all.
    private void paint() {
        try {
            Thread.sleep(FIRST_MILLIS);
            int width = console.width(Descriptor.ERROR);
            while (draw(width)) {
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Output.OutputException e) {
            // The terminal is gone; the pull goes on.
        }
    }

    private synchronized boolean draw(int width) {
        if (ended) {
            return false;
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        List<String> lines = Frame.of(name, state.snapshot(), seconds, width);
        StringBuilder frame = new StringBuilder(1024).append(HIDE);
        up(frame);
        for (String line : lines) {
            frame.append("\u001b[2K").append(line).append('\n');
        }
        frame.append("\u001b[J");
        drawnLines = lines.size();
        console.err().raw(frame.toString());
        console.err().flush();
        return true;
    }

    private void up(StringBuilder frame) {
        if (drawnLines > 0) {
            frame.append("\u001b[").append(drawnLines).append("A\r");
        }
    }

    private synchronized void erase() {
        if (!ended && drawnLines > 0) {
            StringBuilder last = new StringBuilder();
            up(last);
            console.err().raw(last.append("\u001b[J").append(SHOW).toString());
            console.err().flush();
        }
        ended = true;
    }

    @Override
    public void close() {
        painter.interrupt();
        guard.close();
    }
}
