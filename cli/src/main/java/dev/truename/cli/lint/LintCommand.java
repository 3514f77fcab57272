package dev.truename.cli.lint;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.lint.Level;
import dev.truename.names.lint.LintRule;
import dev.truename.names.lint.Linter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `truename lint`.
public final class LintCommand implements Command {
    private static final String NEVER = "never";
    private static final Option SEVERITY = Option.value(
                    "severity", "LEVEL", "Tell what matters so much, and more. Default: `warning`.")
            .choices("error", "warning", "note");
    private static final Option FAIL_ON = Option.value(
                    "fail-on", "LEVEL", "End with 10 if something is found that matters so much. Default: `error`.")
            .choices("error", "warning", "note", NEVER);
    private static final Option RULE =
            Option.repeated("rule", "RULE", "Tell findings of this rule, and of others named so.");
    private static final Option IGNORE = Option.repeated("ignore", "RULE", "Tell no findings of this rule.");
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `ok`, `errors`, `warnings`, `notes`, `accepted` (numbers), `files`, `findings` (each with"
                    + " `level`, `file`, `line`, `rule`, `message`, `fix`, and `accepted`, the reason or null) and"
                    + " `rules`, which tell why.");
    private static final Option SARIF = Option.flag(
            "sarif",
            "Print a log in SARIF 2.1.0, for code hosts and editors; files below the working"
                    + " directory are named relative to it.");
    private static final Option LIST = Option.flag("list-rules", "Print what is looked for, and end.");

    private static final CommandSpec SPEC = CommandSpec.of(
                    "lint", "find what is unsafe in alias tables and configuration")
            .paragraph("Looks for what can be read but should not be: names that look official and lead to strangers,"
                    + " web addresses and development hosts in the place of registries, names a letter away from others,"
                    + " search lists that a stranger can get ahead in, tables that contradict each other. What"
                    + " `config check` finds is found, too. Asks nothing on a network.")
            .paragraph("Several files are judged together, as a node would that reads them in this order. A line that"
                    + " somebody has reviewed is let be by a comment at its end, or above it: `# truename: allow RULE"
                    + " REASON`.")
            .operand(new Operand(
                    "FILE",
                    false,
                    true,
                    "A registries.conf, a drop-in, an alias file, a folder of drop-ins, or `-` for standard input."
                            + " Without any, the configuration in force.",
                    Completion.FILE))
            .options(SEVERITY, FAIL_ON, RULE, IGNORE, JSON, SARIF, LIST)
            .example("truename lint", "Look at the configuration in force.")
            .example(
                    "truename lint --fail-on warning registries.conf.d",
                    "In a pipeline: fail on anything that somebody should look at.")
            .example("truename lint --sarif registries.conf.d >lint.sarif", "Show findings in a code review.")
            .exits(ExitCode.FINDINGS)
            .seeAlso("config check", "table diff")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Console console = context.console();
        if (arguments.has(LIST)) {
            LintRules.print(console, arguments.has(JSON));
            return ExitCode.DONE;
        }
        if (arguments.has(JSON) && arguments.has(SARIF)) {
            throw usage("--json and --sarif exclude each other", "Give one of them.");
        }
        Set<String> wanted = rules(arguments.values(RULE));
        Set<String> ignored = rules(arguments.values(IGNORE));
        LintInput input = LintInput.of(arguments, context);
        LintReport report = LintReport.of(
                Linter.lint(input.files(), input.layers(), input.findings()), wanted, ignored, least(arguments));
        boolean ok = !fails(report, arguments);
        if (arguments.has(JSON)) {
            console.out().lastLine(LintJson.of(report, input.files(), ok));
        } else if (arguments.has(SARIF)) {
            console.out().lastLine(LintSarif.of(report, Path.of("")));
        } else {
            new LintText(console).print(report, input.files().size());
        }
        return ok ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Level failOn(Arguments arguments) {
        return arguments.value(FAIL_ON).flatMap(Level::ofWord).orElse(Level.ERROR);
    }

    private static boolean fails(LintReport report, Arguments arguments) {
        boolean never = arguments.value(FAIL_ON).filter(NEVER::equals).isPresent();
        return !never && report.hasAtLeast(failOn(arguments));
    }

    /// What the command fails on is told, whatever else is.
    private static Level least(Arguments arguments) {
        Level asked = arguments.value(SEVERITY).flatMap(Level::ofWord).orElse(Level.WARNING);
        Level failing = failOn(arguments);
        return asked.isAtLeast(failing) ? failing : asked;
    }

    private static Set<String> rules(List<String> ids) throws CommandException {
        List<String> known = Linter.rules().stream().map(LintRule::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                String meant = Suggestion.nearest(id, known)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
                throw usage("there is no rule \"" + id + "\"" + meant, "See them with: truename lint --list-rules");
            }
        }
        return new HashSet<>(ids);
    }

    private static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }
}
