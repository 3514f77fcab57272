package dev.truename.cli.audit;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Console;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.workload.Format;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Problem;
import dev.truename.names.workload.Reading;
import dev.truename.names.workload.WorkloadFiles;
import dev.truename.names.workload.WorkloadReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what somebody named: files, folders, and standard input.
final class AuditInputs {
    /// Stands for standard input among operands and in places.
    static final String STANDARD_INPUT = "-";

    private final Optional<Format> format;
    private final List<ImageUse> uses = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int files;

    private AuditInputs(Optional<Format> format) {
        this.format = format;
    }

    /// @param format of files and standard input; empty if their names or contents tell
    static Reading read(List<String> operands, Optional<Format> format, Console console) throws CommandException {
        AuditInputs inputs = new AuditInputs(format);
        for (String operand : operands) {
            inputs.add(operand.equals(STANDARD_INPUT) ? inputs.standardInput(console) : inputs.file(operand));
        }
        return new Reading(inputs.uses, inputs.problems, inputs.files);
    }

    /// What places call the operands, which have been read.
    static Set<String> sources(List<String> operands) {
        return operands.stream().map(operand -> Path.of(operand).toString()).collect(Collectors.toSet());
    }

    private void add(Reading reading) {
        uses.addAll(reading.uses());
        problems.addAll(reading.problems());
        files += reading.files();
    }

    private Reading file(String operand) throws CommandException {
        try {
            Path path = Path.of(operand);
            if (!Files.exists(path)) {
                throw input(operand + " does not exist", "");
            }
            return WorkloadFiles.read(path, format);
        } catch (InvalidPathException e) {
            throw AuditChoices.usage("\"" + operand + "\" is no path", "");
        }
    }

    private Reading standardInput(Console console) throws CommandException {
        try {
            byte[] text = console.in().readNBytes(WorkloadReader.MAX_BYTES + 1);
            return WorkloadReader.read(STANDARD_INPUT, text, format);
        } catch (IOException e) {
            throw input("cannot read standard input: " + e.getMessage(), "");
        }
    }

    private static CommandException input(String message, String fix) {
        return new CommandException(ExitCode.FAILURE, "input", message, fix);
    }
}
