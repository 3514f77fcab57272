package dev.truename.cli;

import dev.truename.cli.command.Catalogue;

/// Opens the catalogue to tests in other packages.
public final class CommandsForTests {
    private CommandsForTests() {}

    public static Catalogue all() {
        return new Commands();
    }
}
