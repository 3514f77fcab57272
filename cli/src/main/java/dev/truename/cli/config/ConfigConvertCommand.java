package dev.truename.cli.config;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.V1Converter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// `truename config convert`.
public final class ConfigConvertCommand implements Command {
    private static final Option OUTPUT = Option.value("output", "FILE", "Write the result to this file.")
            .letter('o')
            .completion(Completion.FILE);
    private static final Option IN_PLACE =
            Option.flag("in-place", "Replace the file by the result; what it was is kept beside it, as FILE.v1.");

    private static final CommandSpec SPEC = CommandSpec.of(
                    "config convert", "rewrite a registries.conf of version 1 in version 2")
            .paragraph("Version 1 has the tables `[registries.search]`, `[registries.insecure]` and"
                    + " `[registries.block]`. Comments are not kept. Without an option the result is printed.")
            .operand(Operand.one("FILE", "A registries.conf in version 1 of the format.", Completion.FILE))
            .options(OUTPUT, IN_PLACE)
            .example("truename config convert /etc/containers/registries.conf", "Print the file in version 2.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("config check")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Optional<Path> output = ConfigurationLoading.path(arguments, OUTPUT);
        if (output.isPresent() && arguments.has(IN_PLACE)) {
            throw new CommandException(
                    ExitCode.USAGE, "usage", "--output and --in-place exclude each other", "Give one of them.");
        }
        Path file = file(arguments.operand());
        String text = converted(file);
        try {
            if (arguments.has(IN_PLACE)) {
                replace(file, text);
            } else if (output.isPresent()) {
                Files.writeString(output.get(), text);
            } else {
                context.console().out().raw(text);
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILURE, "output", "cannot write the result: " + e, "");
        }
        return ExitCode.DONE;
    }

    private static Path file(String operand) throws CommandException {
        try {
            return Path.of(operand);
        } catch (InvalidPathException e) {
            throw new CommandException(ExitCode.USAGE, "usage", "\"" + operand + "\" is no path", "");
        }
    }

    private static String converted(Path file) throws CommandException {
        try {
            return V1Converter.convert(file);
        } catch (ConfigurationException e) {
            throw ConfigurationLoading.failure(e);
        }
    }

    /// At any moment the file is the old one or the new one, whole.
    private static void replace(Path link, String text) throws IOException {
        Path file = link.toRealPath();
        Path old = file.resolveSibling(file.getFileName() + ".v1");
        Files.copy(file, old, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
