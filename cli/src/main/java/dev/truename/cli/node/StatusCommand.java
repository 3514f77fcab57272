package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;

/// `truename status`.
public final class StatusCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `version`, `ready`, `missing`, `started`, `uptime_seconds`, `socket`, `upstream`,"
                    + " `metrics`, `pulls` (`in_flight`, `waiting`), `snapshot` (`id`, `sequence`, `loaded`,"
                    + " `age_seconds`, `mode`, `aliases`, `search_registries`, `files`, `warnings`), `configuration`"
                    + " (`checked`, `unwatched`, `failures`, `rejected`: null, or `since` and `errors`, each with"
                    + " `file`, `line`, `rule`, `message`, `fix`).");

    private static final CommandSpec SPEC = CommandSpec.of("status", "tell how the node service stands")
            .paragraph("Asks the service that `truename serve` runs, on its socket: whether it can serve, which"
                    + " configuration is in force since when, what is wrong with the files if they cannot be used, and"
                    + " what goes on.")
            .paragraph(
                    "Ends with 0 if it is ready and the files are in force, with 1 if something is missing, with 3 if"
                            + " the files cannot be used, and with 7 if nobody answers.")
            .options(ServeOptions.ASKED_SOCKET, JSON)
            .example("truename status", "Look at the service of this machine.")
            .example("truename status --json", "The same for scripts.")
            .exits(ExitCode.CONFIGURATION, ExitCode.UNREACHABLE)
            .seeAlso("serve", "config check")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        return NodeStatus.run(arguments, context, arguments.has(JSON));
    }
}
