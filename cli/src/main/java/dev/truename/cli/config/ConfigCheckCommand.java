package dev.truename.cli.config;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Styled.Style;
import dev.truename.cli.names.ConfigurationJson;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.Finding;
import dev.truename.names.config.RegistriesConfiguration;
import java.util.List;

/// `truename config check`.
public final class ConfigCheckCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `ok`, `errors`, `warnings`; each of these with `file`, `line`, `rule`, `message`,"
                    + " `fix`.");

    private static final CommandSpec SPEC = CommandSpec.of("config check", "find mistakes in the configuration")
            .paragraph("Tells every mistake of every file at once: where it is, what is wrong, and what to write"
                    + " instead. With errors the configuration cannot be used; warnings are likely mistakes in one"
                    + " that can.")
            .options(JSON)
            .example("truename config check", "Check the configuration in force.")
            .example("truename config check --registries-conf new.conf", "Check a file before it is installed.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("config show", "config convert")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Console console = context.console();
        boolean json = arguments.has(JSON);
        try {
            RegistriesConfiguration configuration =
                    ConfigurationLoader.load(ConfigurationLoading.sources(arguments, context));
            report(console, json, List.of(), configuration.warnings());
            if (!json) {
                summary(console, configuration);
            }
            return ExitCode.DONE;
        } catch (ConfigurationException e) {
            report(console, json, e.errors(), e.warnings());
            return ExitCode.CONFIGURATION;
        }
    }

    private static void report(Console console, boolean json, List<Finding> errors, List<Finding> warnings) {
        if (json) {
            Json object = new Json().startObject().member("ok", errors.isEmpty());
            ConfigurationJson.findings(object, "errors", errors);
            ConfigurationJson.findings(object, "warnings", warnings);
            console.out().lastLine(object.endObject().toString());
        } else {
            errors.forEach(finding -> tell(console, Style.RED, "error", finding));
            warnings.forEach(finding -> tell(console, Style.YELLOW, "warning", finding));
        }
    }

    private static void tell(Console console, Style style, String word, Finding finding) {
        console.out()
                .line(console.forOut()
                        .add(Style.BOLD, finding.place() + ": ")
                        .add(style, word + ": ")
                        .add(finding.message() + " [" + finding.rule() + "]"));
        console.out().line("    " + finding.fix());
    }

    private static void summary(Console console, RegistriesConfiguration configuration) {
        console.out()
                .line("ok: " + count(configuration.files().size(), "file") + ", "
                        + count(configuration.registries().size(), "registry table") + ", "
                        + count(configuration.aliases().size(), "alias", "aliases") + ", "
                        + count(configuration.warnings().size(), "warning"));
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
