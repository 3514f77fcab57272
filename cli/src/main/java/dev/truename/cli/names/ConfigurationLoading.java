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
import dev.truename.names.config.Rule;
import dev.truename.names.config.ShortNameMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                mode(arguments),
                path(arguments, CommonOptions.POLICY));
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

    /// One line, however many warnings there are; and one, if names were to be redefined that are protected.
    public static void warn(List<Finding> warnings, Console console) {
        if (warnings.isEmpty()) {
            return;
        }
        int refused = 0;
        @Nullable Finding other = null;
        for (Finding warning : warnings) {
            if (isRefusal(warning)) {
                refused++;
            } else {
                other = warning;
            }
        }
        int others = warnings.size() - refused;
        if (others == 1 && other != null) {
            console.warn(other.toString());
        } else if (others > 0) {
            console.warn("the configuration has " + others + " likely mistakes; see them with: truename config check");
        }
        if (refused > 0) {
            console.warn((refused == 1 ? "1 alias does" : refused + " aliases do")
                    + " not count, for the name is protected; see where with: truename config check");
        }
    }

    /// Whether a finding is about one name only, and told of that name.
    static boolean isRefusal(Finding finding) {
        return finding.rule().equals(Rule.PROTECTED_NAME.id());
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
