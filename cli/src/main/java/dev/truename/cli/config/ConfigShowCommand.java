package dev.truename.cli.config;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationJson;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;

/// `truename config show`.
public final class ConfigShowCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `short-name-mode`, `unqualified-search-registries`, `credential-helpers`, `registries`,"
                    + " `aliases`, each value with its `origin`, aliases with their `owner`; `files`, `layers`, `policy`,"
                    + " `warnings`.");

    private static final CommandSpec SPEC = CommandSpec.of("config show", "show the configuration in force")
            .paragraph("Prints what all files say together, as one registries.conf that means the same. The file and"
                    + " line that each value comes from stand beside it as comments; beside an alias, whose the file is, and"
                    + " what is protected.")
            .options(JSON)
            .example("truename config show", "Show the configuration.")
            .example("truename config show > one.conf", "Make one file of many.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("config check", "alias list", "explain")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        RegistriesConfiguration configuration = ConfigurationLoading.load(arguments, context);
        if (arguments.has(JSON)) {
            context.console().out().lastLine(ConfigurationJson.of(configuration));
        } else {
            ConfigurationLoading.warn(configuration.warnings(), context.console());
            context.console().out().raw(ConfigurationText.of(configuration));
        }
        return ExitCode.DONE;
    }
}
