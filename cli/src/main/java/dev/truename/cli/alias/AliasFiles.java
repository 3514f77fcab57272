package dev.truename.cli.alias;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.AliasFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/// What goes wrong with alias files.
final class AliasFiles {
    private AliasFiles() {}

    static CommandException notWritten(AliasFile file, IOException e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new CommandException(
                ExitCode.FAILURE,
                "alias-file",
                "cannot write the alias file " + file.path() + ": " + why,
                "Nothing was changed. Another file can be named with --alias-file.");
    }
}
