package dev.truename.cli.audit;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.reference.Repository;
import dev.truename.names.workload.Format;
import java.nio.file.Path;
import java.util.Optional;

/// What somebody wants of an audit, checked before anything is read.
///
/// @param format of files and standard input; empty if their names or contents tell
/// @param cluster which one to read beside the files
/// @param preferred the registry that decides where nothing else does
/// @param fix where to write the aliases
/// @param html where to write the page
record AuditChoices(
        Form form,
        Optional<Format> format,
        Optional<ClusterSelection> cluster,
        boolean probe,
        Optional<String> preferred,
        Optional<OutputFile> fix,
        Optional<OutputFile> html,
        Rewriting rewriting,
        boolean everything,
        FailOn failOn) {
    /// What is printed.
    enum Form {
        TEXT,
        JSON,
        SARIF
    }

    /// What is done to the files that were read.
    enum Rewriting {
        NONE,
        SHOWN,
        DONE
    }

    static AuditChoices of(Arguments arguments) throws CommandException {
        if (arguments.has(AuditOptions.JSON) && arguments.has(AuditOptions.SARIF)) {
            throw usage("--json and --sarif are two forms of one answer", "Take one of them.");
        }
        Probing.rate(arguments);
        Optional<ClusterSelection> cluster = ClusterSelection.of(arguments);
        if (arguments.operands().isEmpty() && cluster.isEmpty()) {
            throw usage("missing INPUT", "Name files or folders, - for standard input, or --cluster.");
        }
        Form form = arguments.has(AuditOptions.JSON)
                ? Form.JSON
                : arguments.has(AuditOptions.SARIF) ? Form.SARIF : Form.TEXT;
        return new AuditChoices(
                form,
                arguments.value(AuditOptions.FORMAT).flatMap(Format::of),
                cluster,
                arguments.has(AuditOptions.PROBE),
                preferred(arguments),
                file(arguments, AuditOptions.FIX),
                file(arguments, AuditOptions.HTML),
                rewriting(arguments, form),
                arguments.has(AuditOptions.ALL),
                FailOn.of(arguments.values(AuditOptions.FAIL_ON)));
    }

    private static Optional<String> preferred(Arguments arguments) throws CommandException {
        Optional<String> host = arguments.value(AuditOptions.PREFER);
        if (host.isPresent() && !Repository.isRegistry(host.get())) {
            throw usage(
                    "\"" + host.get() + "\" is no registry", "Write a host name with a dot, HOST:PORT, or localhost.");
        }
        return host;
    }

    private static Optional<OutputFile> file(Arguments arguments, Option option) throws CommandException {
        Optional<Path> path = ConfigurationLoading.path(arguments, option);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(OutputFile.of(path.get(), arguments.has(AuditOptions.FORCE)));
    }

    private static Rewriting rewriting(Arguments arguments, Form form) throws CommandException {
        boolean dry = arguments.has(AuditOptions.DRY_RUN);
        if (!arguments.has(AuditOptions.REWRITE)) {
            if (dry) {
                throw usage("--dry-run is for --rewrite", "Add --rewrite.");
            }
            return Rewriting.NONE;
        }
        if (dry && form != Form.TEXT) {
            throw usage("--dry-run prints a patch", "Leave --json or --sarif away.");
        }
        return dry ? Rewriting.SHOWN : Rewriting.DONE;
    }

    static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }
}
