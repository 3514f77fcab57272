package dev.truename.cli.spec;

/// What a shell can offer where a value is typed.
public enum Completion {
    NOTHING,
    FILE,
    DIRECTORY,
    /// Names of images in the store.
    IMAGE,
    /// Keys of the alias table's user part.
    ALIAS,
    /// Names of commands.
    COMMAND,
    /// Names of shells that there is completion for.
    SHELL
}
