package dev.truename.cli.command;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Interruption;
import dev.truename.names.config.HostEnvironment;
import java.util.function.Supplier;

/// What a command may know of the process that it runs in.
///
/// @param host asked only by commands that need it: finding out costs system calls
/// @param interruption for commands that take their time, and have something to tidy up
public record Context(Console console, Supplier<HostEnvironment> host, Interruption interruption) {
    public Context {
        requireNonNull(console);
        requireNonNull(host);
        requireNonNull(interruption);
    }

    /// One that no signal ends: for who runs commands inside something else.
    public Context(Console console, Supplier<HostEnvironment> host) {
        this(console, host, Interruption.none(console.out()));
    }
}
