package dev.truename.cli.lint;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Generation;
import dev.truename.names.config.InputFile;
import dev.truename.names.config.Inspection;
import dev.truename.names.config.Layers;
import dev.truename.names.lint.LintFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of a run, and what whoever read them found.
record LintInput(List<LintFile> files, Layers layers, List<Finding> findings) {
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_BYTES = 16 << 20;

    /// The files that operands name, or those that count for every other command.
    static LintInput of(Arguments arguments, Context context) throws CommandException {
        ConfigurationSources sources = ConfigurationLoading.sources(arguments, context);
        return arguments.operands().isEmpty()
                ? inForce(sources)
                : named(
                        arguments.operands(),
                        sources.generation(),
                        context.console().in());
    }

    private static LintInput inForce(ConfigurationSources sources) {
        Map<Path, byte[]> texts = new HashMap<>();
        Inspection inspection = ConfigurationLoader.inspect(sources, texts::put);
        List<LintFile> files = new ArrayList<>();
        for (Path path : inspection.files()) {
            files.add(LintFile.parse(path, requireNonNull(texts.get(path)), sources.generation()));
        }
        return new LintInput(files, inspection.layers(), inspection.findings());
    }

    private static LintInput named(List<String> operands, Generation generation, InputStream in)
            throws CommandException {
        List<LintFile> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String operand : operands) {
            if (operand.equals(STANDARD_INPUT)) {
                files.add(LintFile.parse(Path.of(STANDARD_INPUT), bytes(in), generation));
            } else {
                for (Path path : paths(path(operand), findings)) {
                    read(path, generation, findings).ifPresent(files::add);
                }
            }
        }
        files.forEach(file -> findings.addAll(file.content().findings()));
        return new LintInput(files, Layers.NONE, findings);
    }

    private static Optional<LintFile> read(Path path, Generation generation, List<Finding> findings) {
        try {
            return Optional.of(LintFile.parse(path, InputFile.read(path), generation));
        } catch (ConfigurationException e) {
            findings.addAll(e.errors());
            return Optional.empty();
        }
    }

    private static Path path(String operand) throws CommandException {
        try {
            return Path.of(operand);
        } catch (InvalidPathException e) {
            throw usage("\"" + operand + "\" is no path", "");
        }
    }

    /// The file, or a folder's drop-ins in the order in which they are read.
    private static List<Path> paths(Path path, List<Finding> findings) throws CommandException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        int before = findings.size();
        List<Path> paths = InputFile.dropIns(path, findings::add);
        if (paths.isEmpty() && findings.size() == before) {
            throw usage("the folder " + path + " has no drop-ins", "Drop-ins are files named *.conf.");
        }
        return paths;
    }

    private static byte[] bytes(InputStream in) throws CommandException {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILURE, "input", "cannot read standard input: " + e.getMessage(), "");
        }
        throw usage("standard input has more than 16 MiB", "");
    }

    private static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }
}
