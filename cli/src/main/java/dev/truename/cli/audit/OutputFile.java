package dev.truename.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that is written anew, whole or not at all. What is there is not replaced without a word: somebody may have
/// decided in it what the program could not.
record OutputFile(Path path) {
    /// @param replace whether a file that is there may be replaced
    static OutputFile of(Path path, boolean replace) throws CommandException {
        if (!replace && Files.exists(path)) {
            throw new CommandException(
                    ExitCode.USAGE, "usage", path + " is there already", "Name another file, or replace it: --force.");
        }
        return new OutputFile(path);
    }

    void write(String text) throws CommandException {
        try {
            AtomicFile.publish(path, text.getBytes(UTF_8));
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    static CommandException notWritten(Path path, IOException e) {
        String why = switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "its folder does not exist";
            default -> String.valueOf(e.getMessage());
        };
        return new CommandException(
                ExitCode.FAILURE,
                "output",
                "cannot write " + path + ": " + why,
                e instanceof NoSuchFileException ? "Create the folder first." : "The file is as it was.");
    }
}
