package dev.truename.cli.args;

import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Option;
import java.util.ArrayList;
import java.util.List;

/// A whole command line, parted into the command's name and what is for the command.
///
/// @param command the first word that is neither an option nor an option's value; empty if there is none
/// @param rest everything else, in order
/// @param strangers options in front of the command that are not [CommonOptions], so that nobody can tell whether a
///     value follows
public record CommandLine(String command, List<String> rest, List<String> strangers) {
    public CommandLine {
        rest = List.copyOf(rest);
        strangers = List.copyOf(strangers);
    }

    /// Finds the command in what was typed.
    public static CommandLine of(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-")) {
                rest.addAll(arguments.subList(i + 1, arguments.size()));
                return new CommandLine(argument, rest, strangers);
            }
            rest.add(argument);
            if (takesNext(argument) && i + 1 < arguments.size()) {
                rest.add(arguments.get(++i));
            } else if (!isCommon(argument)) {
                strangers.add(argument);
            }
        }
        return new CommandLine("", rest, strangers);
    }

    private static boolean takesNext(String argument) {
        for (Option option : CommonOptions.ALL) {
            if (option.takesNextArgument() && argument.equals(option.longName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommon(String argument) {
        for (Option option : CommonOptions.ALL) {
            if (argument.equals(option.longName()) || argument.startsWith(option.longName() + "=")) {
                return true;
            }
        }
        return argument.equals("-h");
    }
}
