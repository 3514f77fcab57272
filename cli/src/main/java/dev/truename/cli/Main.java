package dev.truename.cli;

import dev.truename.cli.args.ArgumentParser;
import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.CommandLine;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.args.UsageException;
import dev.truename.cli.args.Words;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.help.HelpPage;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.HostEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `truename` command.
public final class Main {
    private final Commands commands = new Commands();
    private final List<String> arguments;
    private final Context context;
    private final Console console;

    private Main(List<String> arguments, Context context) {
        this.arguments = arguments;
        this.context = context;
        this.console = context.console();
    }

    /// Runs the process. It is halted and not exited: by then everything is written and closed, and an exit
    /// would first look for a logger to tell of it, which costs as much as resolving a name. A process that a
    /// signal ends is left to end as the signal says.
    public static void main(String[] arguments) {
        Context context = ofProcess();
        ExitCode exit = run(List.of(arguments), context);
        if (exit != ExitCode.INTERRUPTED || !context.interruption().leave()) {
            Runtime.getRuntime().halt(exit.code());
        }
    }

    static Context ofProcess() {
        Console console = Console.ofProcess();
        return new Context(console, HostEnvironment::ofProcess, Interruption.ofProcess(console.out()));
    }

    /// Runs one command line in this surrounding. What tests call, and who embeds the command.
    public static ExitCode run(List<String> arguments, Context context) {
        return new Main(arguments, context).runGuarded();
    }

    private ExitCode runGuarded() {
        try {
            if (wantsJson()) {
                context.interruption().owe(json(CommandException.interrupted()));
            }
            ExitCode code = runNamed();
            console.err().flush();
            return context.interruption().finish() ? code : ExitCode.INTERRUPTED;
        } catch (Output.OutputException e) {
            return outputFailed(e);
        } catch (RuntimeException | Error e) {
            context.interruption().oweNothing(); // a mistake of this program is no interruption
            throw e;
        }
    }

    private ExitCode outputFailed(Output.OutputException e) {
        if (Descriptor.OUTPUT.hasReader()) {
            return ExitCode.OUTPUT_CLOSED;
        }
        try {
            console.err()
                    .line("truename: cannot write the answer: " + e.getCause().getMessage());
            console.err().flush();
        } catch (Output.OutputException again) {
            return ExitCode.FAILURE;
        }
        return ExitCode.FAILURE;
    }

    private ExitCode runNamed() {
        CommandLine line = CommandLine.of(arguments);
        String name = line.command();
        List<String> rest = line.rest();
        if (name.isEmpty()) {
            return withoutCommand();
        }
        if (commands.isGroup(name)) {
            CommandLine second = CommandLine.of(rest);
            if (second.command().isEmpty()) {
                return groupAlone(name, rest);
            }
            name = name + " " + second.command();
            rest = second.rest();
        }
        Optional<Command> command = commands.command(name);
        return command.isPresent() ? runCommand(command.get(), rest) : unknownCommand(name, line);
    }

    private ExitCode runCommand(Command command, List<String> rest) {
        try {
            Arguments read = ArgumentParser.parse(command.spec(), rest);
            if (read.has(CommonOptions.HELP)) {
                return printHelp(command);
            }
            return command.run(read, context);
        } catch (UsageException e) {
            return usage(e.getMessage(), "Try \"truename " + command.spec().name() + " --help\".");
        } catch (CommandException e) {
            return failed(e);
        }
    }

    private int width() {
        return console.width(Descriptor.OUTPUT);
    }

    private ExitCode printHelp(Command command) {
        console.out().raw(HelpPage.of(command.spec(), width()));
        return ExitCode.DONE;
    }

    private ExitCode withoutCommand() {
        for (String argument : arguments) {
            if (argument.equals("--help") || argument.equals("-h")) {
                console.out().raw(HelpPage.overview(commands.specs(), width()));
                return ExitCode.DONE;
            }
            if (argument.equals("--version") || argument.equals("-V")) {
                return runCommand(commands.command("version").orElseThrow(), List.of());
            }
        }
        if (arguments.isEmpty()) {
            console.err().raw(HelpPage.overview(commands.specs(), width()));
            return ExitCode.USAGE;
        }
        return usage("a command is missing", "Try \"truename --help\".");
    }

    private ExitCode groupAlone(String name, List<String> rest) {
        if (rest.contains("--help") || rest.contains("-h")) {
            console.out().raw(HelpPage.group(name, commands.specs(), width()));
            return ExitCode.DONE;
        }
        return usage(
                "\"" + name + "\" needs one of its commands: " + Words.or(commands.inGroup(name)),
                "Try \"truename " + name + " --help\".");
    }

    private ExitCode unknownCommand(String name, CommandLine line) {
        if (!line.strangers().isEmpty()) {
            return usage(
                    "option " + line.strangers().getFirst() + " belongs behind the command",
                    "Only the options of every command may stand in front of it: try \"truename --help\".");
        }
        List<String> names = new ArrayList<>(commands.names());
        names.addAll(commands.groups());
        Optional<String> meant = Suggestion.nearest(name, names);
        return usage(
                "unknown command \"" + name + "\""
                        + (meant.isPresent() ? "; did you mean \"" + meant.get() + "\"?" : ""),
                "Try \"truename --help\".");
    }

    private ExitCode usage(String message, String fix) {
        return failed(new CommandException(ExitCode.USAGE, "usage", message, fix));
    }

    /// With `--json` an error is an answer too.
    private ExitCode failed(CommandException e) {
        if (wantsJson()) {
            console.out().lastLine(json(e));
        } else {
            console.error(e.message());
            console.hint(e.fix());
        }
        return e.exitCode();
    }

    private static String json(CommandException e) {
        Json json = new Json().startObject();
        e.addTo(json);
        return json.endObject().toString();
    }

    private boolean wantsJson() {
        int end = arguments.indexOf("--");
        return arguments.subList(0, end < 0 ? arguments.size() : end).contains("--json");
    }
}
