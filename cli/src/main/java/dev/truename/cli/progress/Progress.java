package dev.truename.cli.progress;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullListener;

/// Shows the pull of one name. Closing it leaves the terminal as it was.
public interface Progress extends PullListener, AutoCloseable {
    @Override
    void close();

    /// What suits the console: bars on a terminal that can move its cursor, else lines.
    ///
    /// @param name what is pulled, as somebody wrote it
    static Progress on(Console console, String name) {
        return isErased(console) ? BarProgress.start(console, name) : new LineProgress(console);
    }

    /// Whether nothing of what [#on(Console, String)] shows is left afterwards, so that failures on the way must be
    /// told again.
    static boolean isErased(Console console) {
        return console.isTerminal(Descriptor.ERROR) && !console.isDumb();
    }

    /// Shows nothing.
    static Progress none() {
        return new Progress() {
            @Override
            public void on(PullEvent event) {}

            @Override
            public void close() {}
        };
    }
}
