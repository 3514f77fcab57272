package dev.truename.cli.resolve;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.NameJudge;
import dev.truename.cli.names.Verdict;
import dev.truename.cli.names.VerdictJson;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// `truename resolve`.
public final class ResolveCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: `input`, `short`, `resolution`, `origin`, `candidates`, `warnings`, `error`.");
    private static final Option LOCAL =
            Option.flag("local", "Print the names under which an image in a local store is looked for, in order.");

    private static final CommandSpec SPEC = CommandSpec.of("resolve", "print what names mean")
            .paragraph("Prints the full name of each candidate, one a line, in the order in which they would be tried."
                    + " A name with its registry, or with an alias, has one candidate; any other short name has one"
                    + " for each search registry.")
            .paragraph("Contacts nothing, changes nothing and asks nobody, not even in a terminal: a short name that"
                    + " has several candidates under the mode enforcing is an error here. `truename pull` asks.")
            .operand(Operand.many(
                    "NAME", "An image's name; `-` reads names from standard input, one a line.", Completion.IMAGE))
            .options(JSON, LOCAL)
            .example("truename resolve ubi9", "What does this name mean?")
            .example("truename resolve --json ubi9 | jq .candidates[0].sources", "Where would it be pulled from?")
            .example("grep -h '^FROM' Containerfile | cut -d' ' -f2 | truename resolve -", "Resolve names from a file.")
            .exits(ExitCode.CONFIGURATION, ExitCode.UNRESOLVED, ExitCode.BLOCKED)
            .seeAlso("explain", "alias list", "config check")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Run run = new Run(arguments, context.console(), judge(arguments, context));
        int left = arguments.operands().size();
        for (String operand : arguments.operands()) {
            left--;
            if (operand.equals(STANDARD_INPUT)) {
                run.standardInput();
            } else {
                run.name(operand, left == 0);
            }
        }
        return run.exit;
    }

    /// A configuration that does not load is an answer for every name: scripts get an object for each.
    private static Judge judge(Arguments arguments, Context context) throws CommandException {
        try {
            RegistriesConfiguration configuration = ConfigurationLoading.load(arguments, context);
            if (!arguments.has(JSON)) {
                ConfigurationLoading.warn(configuration.warnings(), context.console());
            }
            NameJudge judge = new NameJudge(configuration);
            return arguments.has(LOCAL) ? judge::judgeLocal : judge::judge;
        } catch (CommandException e) {
            if (!arguments.has(JSON)) {
                throw e;
            }
            return input -> NameJudge.withoutConfiguration(input, e);
        }
    }

    private interface Judge {
        Verdict of(String input);
    }

    /// The names of one command line, as they come.
    private static final class Run {
        private final boolean json;
        private final Console console;
        private final Judge judge;
        private ExitCode exit = ExitCode.DONE;

        Run(Arguments arguments, Console console, Judge judge) {
            this.json = arguments.has(JSON);
            this.console = console;
            this.judge = judge;
        }

        void standardInput() throws CommandException {
            NameLines lines = new NameLines(console.in(), console::flush);
            try {
                for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                    name(line, false);
                }
            } catch (IOException e) {
                throw new CommandException(
                        ExitCode.FAILURE, "input", "cannot read standard input: " + e.getMessage(), "");
            }
        }

        void name(String input, boolean last) {
            Verdict verdict = judge.of(input);
            @Nullable CommandException problem = verdict.problem();
            if (json) {
                console.out().line(VerdictJson.of(verdict), last);
            } else {
                tell(verdict, problem);
            }
            if (problem != null) {
                exit = exit.orElse(problem.exitCode());
            }
        }

        private void tell(Verdict verdict, @Nullable CommandException problem) {
            for (String warning : verdict.warnings()) {
                console.warn(warning);
            }
            if (problem != null) {
                console.error(problem.message());
                console.hint(problem.fix());
                return;
            }
            for (Verdict.Place place : verdict.candidates()) {
                console.out().line(place.plan().reference().toString());
            }
        }
    }
}
