package dev.truename.cli.help;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.command.Version;
import dev.truename.cli.io.Json;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;

/// `truename version`.
public final class VersionCommand implements Command {
    private static final Option JSON = Option.flag("json", "Print an object: `version`, `java`.");

    private static final CommandSpec SPEC = CommandSpec.of("version", "print the version")
            .paragraph("`truename --version` does the same.")
            .options(JSON)
            .example("truename version", "Print the version.")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        String version = Version.text();
        if (arguments.has(JSON)) {
            Json json = new Json().startObject().member("version", version);
            json.member("java", Runtime.version().toString()).endObject();
            context.console().out().lastLine(json.toString());
        } else {
            context.console().out().line("truename " + version);
        }
        return ExitCode.DONE;
    }
}
