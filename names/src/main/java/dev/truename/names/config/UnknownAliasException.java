package dev.truename.names.config;

import java.nio.file.Path;

/// An alias is to be removed that is not in the alias file. If it exists all the same, a registries.conf defines it.
public final class UnknownAliasException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Path aliasFile;

    UnknownAliasException(String name, Path aliasFile) {
        super("there is no alias " + name + " in " + aliasFile + ": look for it in registries.conf and its drop-ins");
        this.name = name;
        this.aliasFile = aliasFile;
    }

    /// The short name's path.
    public String name() {
        return name;
    }

    public Path aliasFile() {
        return aliasFile;
    }
}
