package dev.truename.cli.command;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.io.Console;
import dev.truename.names.config.HostEnvironment;
import java.util.function.Supplier;

/// What a command may know of the process that it runs in.
///
/// @param host asked only by commands that need it: finding out costs system calls
public record Context(Console console, Supplier<HostEnvironment> host) {
    public Context {
        requireNonNull(console);
        requireNonNull(host);
    }
}
