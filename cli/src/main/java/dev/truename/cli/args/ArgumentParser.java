package dev.truename.cli.args;

import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a command's arguments as GNU programs do (getopt_long(3)): `--name=value`, `--name value`, `-n value`,
/// `-nvalue`, `-ab`; options and operands in any order; all behind `--` are operands, and so is a lone `-`. Long names
/// are not abbreviated: a script would break when a new option is added.
public final class ArgumentParser {
    private final CommandSpec spec;
    private final List<Option> options;
    private final Map<String, List<String>> given = new HashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> arguments;
    private int next;

    private ArgumentParser(CommandSpec spec, List<String> arguments) {
        this.spec = spec;
        this.options = spec.allOptions();
        this.arguments = arguments;
    }

    /// Reads what was written for a command, its name left out.
    ///
    /// @throws UsageException for an unknown option, a value that is missing, superfluous or not allowed, and for
    ///     operands that are missing or too many; operands are not counted where `--help` is asked for
    public static Arguments parse(CommandSpec spec, List<String> arguments) throws UsageException {
        return new ArgumentParser(spec, arguments).parse();
    }

    private Arguments parse() throws UsageException {
        while (next < arguments.size()) {
            String argument = arguments.get(next++);
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(next, arguments.size()));
                next = arguments.size();
            } else if (argument.startsWith("--")) {
                longOption(argument);
            } else if (argument.length() > 1 && argument.charAt(0) == '-') {
                letters(argument);
            } else {
                operands.add(argument);
            }
        }
        if (!given.containsKey(CommonOptions.HELP.name())) {
            countOperands();
        }
        return new Arguments(given, operands);
    }

    private void longOption(String argument) throws UsageException {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        Option option = named(name);
        if (equals >= 0) {
            joined(option, argument.substring(equals + 1));
        } else {
            accept(option, option.takesNextArgument() ? following(option.longName(), option) : alone(option));
        }
    }

    private void joined(Option option, String value) throws UsageException {
        if (option.kind() == Option.Kind.FLAG) {
            throw new UsageException("option " + option.longName() + " takes no value");
        }
        accept(option, value);
    }

    private void letters(String argument) throws UsageException {
        for (int i = 1; i < argument.length(); i++) {
            Option option = lettered(argument, i);
            if (!option.takesNextArgument()) {
                accept(option, alone(option));
            } else {
                String rest = argument.substring(i + 1);
                accept(option, rest.isEmpty() ? following("-" + argument.charAt(i), option) : rest);
                return;
            }
        }
    }

    private static String alone(Option option) {
        return option.kind() == Option.Kind.SWITCH ? "true" : "";
    }

    private String following(String written, Option option) throws UsageException {
        if (next == arguments.size()) {
            throw new UsageException(
                    "option " + written + " needs a value: " + option.longName() + "=" + option.metavar());
        }
        return arguments.get(next++);
    }

    private void accept(Option option, String value) throws UsageException {
        if (option.kind() != Option.Kind.FLAG && value.isEmpty()) {
            throw new UsageException("the value of option " + option.longName() + " is empty");
        }
        if (!option.choices().isEmpty() && !option.choices().contains(value)) {
            throw new UsageException("option " + option.longName() + " takes " + Words.or(option.choices()) + ", not \""
                    + value + "\"" + didYouMean("", Suggestion.nearest(value, option.choices())));
        }
        List<String> values = given.computeIfAbsent(option.name(), name -> new ArrayList<>());
        values.add(value);
    }

    private Option named(String name) throws UsageException {
        for (Option option : options) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.add(option.name());
        }
        throw new UsageException("unknown option --" + name + didYouMean("--", Suggestion.nearest(name, names)));
    }

    private Option lettered(String argument, int index) throws UsageException {
        char letter = argument.charAt(index);
        for (Option option : options) {
            if (option.letter() == letter) {
                return option;
            }
        }
        Optional<Option> meant = withOneDash(argument);
        throw new UsageException("unknown option -" + letter
                + (argument.length() > 2 ? " in " + argument : "")
                + didYouMean("--", meant.map(Option::name)));
    }

    /// A long option written with one dash.
    private Optional<Option> withOneDash(String argument) {
        int equals = argument.indexOf('=');
        String name = argument.substring(1, equals < 0 ? argument.length() : equals);
        for (Option option : options) {
            if (option.name().equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private void countOperands() throws UsageException {
        int required = 0;
        boolean unlimited = false;
        for (Operand operand : spec.operands()) {
            required += operand.required() ? 1 : 0;
            unlimited |= operand.repeated();
        }
        if (operands.size() < required) {
            throw new UsageException(
                    "missing " + spec.operands().get(operands.size()).metavar());
        }
        if (!unlimited && operands.size() > spec.operands().size()) {
            throw new UsageException(
                    "unexpected argument \"" + operands.get(spec.operands().size()) + "\"");
        }
    }

    private static String didYouMean(String dashes, Optional<String> word) {
        return word.isEmpty() ? "" : "; did you mean " + dashes + word.get() + "?";
    }
}
