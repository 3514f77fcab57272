package dev.truename.cli.command;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.io.Console;
import java.util.Map;

/// What a command may know of the process that it runs in.
public record Context(Console console) {
    public Context {
        requireNonNull(console);
    }

    /// The environment variables.
    public Map<String, String> environment() {
        return console.environment();
    }
}
