package dev.truename.cli.prompt;

import dev.truename.cli.io.Stty;
import dev.truename.cli.io.TerminalGuard;
import java.util.Optional;

/// The terminal without echo and without waiting for whole lines. Signals stay: Ctrl-C ends the process, after the
/// settings have been put back.
final class RawTerminal implements AutoCloseable {
    private final TerminalGuard guard;

    private RawTerminal(String settings) {
        this.guard = TerminalGuard.restoringBy(() -> Stty.run(settings));
    }

    /// None if the terminal cannot be set so.
    static Optional<RawTerminal> open() {
        Optional<String> settings = Stty.run("-g");
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        RawTerminal raw = new RawTerminal(settings.get());
        if (Stty.run("-icanon", "-echo", "min", "1", "time", "0").isEmpty()) {
            raw.close();
            return Optional.empty();
        }
        return Optional.of(raw);
    }

    @Override
    public void close() {
        guard.close();
    }
}
