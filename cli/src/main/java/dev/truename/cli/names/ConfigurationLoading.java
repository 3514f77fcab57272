package dev.truename.cli.names;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Generation;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.ShortNameMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Loads the configuration that the options of every command, the environment and the usual places give.
public final class ConfigurationLoading {
    private ConfigurationLoading() {}

    /// The files that count.
    public static ConfigurationSources sources(Arguments arguments, Context context) throws CommandException {
        ConfigurationChoices choices = new ConfigurationChoices(
                generation(arguments),
                path(arguments, CommonOptions.REGISTRIES_CONF),
                path(arguments, CommonOptions.REGISTRIES_CONF_DIR),
                path(arguments, CommonOptions.ALIAS_FILE),
                mode(arguments));
        return ConfigurationSources.of(context.host().get(), choices);
    }

    /// The configuration, or an exception that tells every mistake in it.
    public static RegistriesConfiguration load(Arguments arguments, Context context) throws CommandException {
        try {
            return ConfigurationLoader.load(sources(arguments, context));
        } catch (ConfigurationException e) {
            throw failure(e);
        }
    }

    /// As [#load(Arguments, Context)]; on the way, what is likely a mistake is told in one line.
    public static RegistriesConfiguration loadAndWarn(Arguments arguments, Context context) throws CommandException {
        RegistriesConfiguration configuration = load(arguments, context);
        warn(configuration.warnings(), context.console());
        return configuration;
    }

    /// One line, however many warnings there are.
    public static void warn(List<Finding> warnings, Console console) {
        if (warnings.size() == 1) {
            console.warn(warnings.getFirst().toString());
        } else if (!warnings.isEmpty()) {
            console.warn("the configuration has " + warnings.size()
                    + " likely mistakes; see them with: truename config check");
        }
    }

    /// The error that a configuration which cannot be used ends a command with.
    public static CommandException failure(ConfigurationException e) {
        StringBuilder message = new StringBuilder("the configuration cannot be used");
        for (Finding error : e.errors()) {
            message.append("\n  ").append(error.place()).append(": ").append(error.message());
            message.append("\n    ").append(error.fix());
        }
        return new CommandException(ExitCode.CONFIGURATION, "configuration", message.toString(), "", json -> {
            json.startArray("errors");
            e.errors().forEach(error -> FindingJson.add(error, json));
            json.endArray();
        });
    }

    private static Generation generation(Arguments arguments) {
        boolean legacy = arguments
                .value(CommonOptions.GENERATION)
                .filter("legacy"::equals)
                .isPresent();
        return legacy ? Generation.LEGACY : Generation.CURRENT;
    }

    private static Optional<ShortNameMode> mode(Arguments arguments) {
        return arguments.value(CommonOptions.SHORT_NAME_MODE).flatMap(ShortNameMode::ofWord);
    }

    /// The path given for an option.
    public static Optional<Path> path(Arguments arguments, Option option) throws CommandException {
        Optional<String> value = arguments.value(option);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value.get()));
        } catch (InvalidPathException e) {
            throw new CommandException(
                    ExitCode.USAGE, "usage", "the value of " + option.longName() + " is no path: " + value.get(), "");
        }
    }
}
