package dev.truename.cli.alias;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.names.ConfigurationJson;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.TreeMap;

/// `truename alias list`.
public final class AliasListCommand implements Command {
    private static final Option JSON =
            Option.flag("json", "Print one object a line: `name`, `target` (null where erased), `origin`, `shadows`.");
    private static final Option QUIET =
            Option.flag("quiet", "Print the names only.").letter('q');

    private static final CommandSpec SPEC = CommandSpec.of("alias list", "list the aliases in force")
            .paragraph("Each line has the short name, what it means, and the file and line that say so. A line that is"
                    + " shadowed, because a later file says something else of the same name, stands below it.")
            .options(JSON, QUIET)
            .example("truename alias list", "List all aliases.")
            .example("truename alias list --json | jq -r .target | sort | uniq -d", "Which targets have two names?")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("alias add", "alias remove", "config show")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        RegistriesConfiguration configuration = ConfigurationLoading.loadAndWarn(arguments, context);
        Output out = context.console().out();
        for (AliasDefinition alias : new TreeMap<>(configuration.aliases()).values()) {
            List<AliasDefinition> shadows = configuration.shadowedAliases().getOrDefault(alias.key(), List.of());
            if (arguments.has(JSON)) {
                Json json = new Json();
                ConfigurationJson.alias(json, alias, shadows);
                out.line(json.toString());
            } else if (arguments.has(QUIET)) {
                out.line(alias.key());
            } else {
                out.line(text(alias));
                shadows.forEach(shadow -> out.line("    shadows " + text(shadow)));
            }
        }
        return ExitCode.DONE;
    }

    private static String text(AliasDefinition alias) {
        String target = alias.target().map(Repository::toString).orElse("(erased)");
        return alias.key() + "  " + target + "  (" + alias.origin() + ")";
    }
}
