package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cri.status.NoStateException;
import dev.truename.cri.status.StateReport;
import java.nio.file.Path;
import java.time.Duration;

/// Asks a running service how it stands.
final class NodeStatus {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private NodeStatus() {}

    static ExitCode run(Arguments arguments, Context context, boolean json) throws CommandException {
        Path socket = ConfigurationLoading.path(arguments, ServeOptions.ASKED_SOCKET)
                .orElse(Path.of(ServeOptions.DEFAULT_SOCKET));
        StateReport report = ask(socket);
        if (json) {
            context.console().out().lastLine(report.json());
        } else {
            report.lines().forEach(context.console().out()::line);
        }
        if (!report.ready()) {
            return ExitCode.FAILURE;
        }
        return report.rejected() ? ExitCode.CONFIGURATION : ExitCode.DONE;
    }

    private static StateReport ask(Path socket) throws CommandException {
        try {
            return StateReport.ask(socket, PATIENCE);
        } catch (NoStateException e) {
            throw e.isOther()
                    ? unreachable(
                            "what listens on " + socket + " is no node service of truename",
                            "Give its socket with --socket.")
                    : unreachable(
                            "no node service answers on " + socket + ": " + e.getMessage(),
                            "Is it running (systemctl status truename), and may you open its socket? Give another one"
                                    + " with --socket.");
        }
    }

    private static CommandException unreachable(String message, String fix) {
        return new CommandException(ExitCode.UNREACHABLE, "unreachable", message, fix);
    }
}
