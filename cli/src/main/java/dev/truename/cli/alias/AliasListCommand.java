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
import dev.truename.names.config.Layers;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `truename alias list`.
public final class AliasListCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: `name`, `target` (null where erased), `origin`, `owner`, `shadows`, `protected`,"
                    + " `refused`.");
    private static final Option QUIET =
            Option.flag("quiet", "Print the names only.").letter('q');

    private static final CommandSpec SPEC = CommandSpec.of("alias list", "list the aliases in force")
            .paragraph(
                    "Each line has the short name, what it means, the file and line that say so, and whose the file is. A"
                            + " line that is shadowed, because a later file says something of the same name, stands below it, and"
                            + " so does one that is refused, because the name is protected.")
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
            if (arguments.has(JSON)) {
                Json json = new Json();
                ConfigurationJson.alias(json, alias, configuration);
                out.line(json.toString());
            } else if (arguments.has(QUIET)) {
                out.line(alias.key());
            } else {
                tell(alias, configuration, out);
            }
        }
        return ExitCode.DONE;
    }

    private static void tell(AliasDefinition alias, RegistriesConfiguration configuration, Output out) {
        Layers layers = configuration.layers();
        Optional<ProtectedName> held = layers.protection(alias.key());
        out.line(text(alias, layers)
                + held.map(it -> "  protected (" + it.policy() + ")").orElse(""));
        for (AliasDefinition shadow : configuration.shadowedAliases().getOrDefault(alias.key(), List.of())) {
            out.line("    shadows " + text(shadow, layers));
        }
        for (AliasDefinition refused : held.map(ProtectedName::refused).orElse(List.of())) {
            out.line("    refuses " + text(refused, layers));
        }
    }

    private static String text(AliasDefinition alias, Layers layers) {
        String target = alias.target().map(Repository::toString).orElse("(erased)");
        String owner = layers.owner(alias.origin()).map(it -> ", " + it.word()).orElse("");
        return alias.key() + "  " + target + "  (" + alias.origin() + owner + ")";
    }
}
