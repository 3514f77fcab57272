package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.image.RegistryOptions;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.Output;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.probe.Probing;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.TableCheck;
import dev.truename.names.catalog.TableCheck.Contact;
import dev.truename.names.catalog.TargetState;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// `truename table check`.
public final class TableCheckCommand implements Command {
    private static final Option OFFLINE = Option.flag(
            "offline",
            "Ask nobody: which names have no mirror, or one for digests only, is told from registries.conf.");
    private static final Option DISCONNECTED = Option.flag(
            "disconnected",
            "Ask mirrors only, as in a cluster that reaches nothing else. A name without a mirror is a finding.");
    private static final Option RATE = Option.value(
            "rate", "N", "Send each host at most so many requests a second, retries included. Default: 10.");
    private static final Option STATE = Option.value(
                    "state",
                    "FILE",
                    "Write each answer that settles a question to this file as it comes, to go on from there.")
            .completion(Completion.FILE);
    private static final Option RESUME =
            Option.flag("resume", "Go on with the state: ask only what it does not answer.");
    private static final Option ALL = Option.flag("all", "List every name, not only those with something to say of.");
    private static final Option QUIET =
            Option.flag("quiet", "Show no progress.").letter('q');
    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: `name`, `target`, `state`, `servedBy`, `blockedBy`, `sources` (each `repository`,"
                    + " `mirror`, `insecure`, `tags`, `digests`, `answer`, and what it says); last an object"
                    + " `summary`.");

    private static final CommandSpec SPEC = CommandSpec.of("table check", "ask whether what a table names is there")
            .paragraph("Asks for every name's repository at each place that a pull might ask: at its mirrors, and at"
                    + " the registry itself, whose word counts. A repository is there if it has the tag `latest`, or"
                    + " any other. No image is fetched.")
            .paragraph(
                    "The states are `there`, `missing`, `unknown` (nobody could say), `blocked` (by registries.conf);"
                            + " where only mirrors count `unmirrored` and `digest-only` (its mirrors serve no tags); and with"
                            + " `--offline` `mirrored`. A host that limits the rate, or fails three times in a row, is not asked"
                            + " any more; credentials go to their host alone.")
            .paragraph("Ends with 10 if a name is missing, unmirrored, digest-only or blocked; else, if some could not"
                    + " be found out, with 7, or with 6 if all of those lack credentials.")
            .operand(Operand.optional(
                    "TABLE",
                    "`official` or `openshift` for a table that comes with Truename; else a drop-in, or a folder of"
                            + " drop-ins. Default: `official`.",
                    Completion.FILE))
            .options(
                    OFFLINE,
                    DISCONNECTED,
                    RATE,
                    STATE,
                    RESUME,
                    ALL,
                    QUIET,
                    JSON,
                    CredentialOptions.AUTHFILE,
                    RegistryOptions.CERT_DIR,
                    RegistryOptions.TLS_VERIFY,
                    RegistryOptions.TOKEN_SERVER)
            .example("truename table check --state answers openshift", "Is every image of the table still there?")
            .example("truename table check --state answers --resume openshift", "Go on after an interruption.")
            .example(
                    "truename table check --disconnected openshift",
                    "In a disconnected cluster: does a mirror have everything?")
            .example("truename table check --offline --all", "Which mirrors are set up for which names?")
            .exits(
                    ExitCode.CONFIGURATION,
                    ExitCode.CREDENTIALS,
                    ExitCode.UNREACHABLE,
                    ExitCode.FINDINGS,
                    ExitCode.INTERRUPTED)
            .seeAlso("table list", "table show", "explain")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Contact contact = contact(arguments);
        int rate = Probing.rate(arguments, RATE);
        Optional<Path> state = ConfigurationLoading.path(arguments, STATE);
        if (state.isEmpty() && arguments.has(RESUME)) {
            throw Tables.usage("--resume needs a state to go on with", "Name it with --state=FILE.");
        }
        if (state.isPresent() && contact == Contact.NONE) {
            throw Tables.usage("--offline asks nobody, so there are no answers for --state", "Leave one of them out.");
        }
        RegistriesConfiguration configuration = ConfigurationLoading.loadAndWarn(arguments, context);
        Map<String, Repository> table = TableInput.read(
                arguments.operands().isEmpty()
                        ? Catalogue.OFFICIAL
                        : arguments.operands().getFirst());
        PullSourcePlanner planner = new PullSourcePlanner(configuration);
        try (Interruption _ = context.interruption().stopping();
                Probing probing = Probing.open(arguments, context, configuration, rate)) {
            if (state.isEmpty()) {
                return check(new TableCheck(planner, probing.sources(), contact), table, arguments, context);
            }
            try (CheckState answers = CheckState.open(state.get(), arguments.has(RESUME), probing.sources())) {
                ExitCode code = check(new TableCheck(planner, answers, contact), table, arguments, context);
                answers.requireWritten(state.get());
                return code;
            }
        }
    }

    private static Contact contact(Arguments arguments) throws CommandException {
        if (arguments.has(OFFLINE) && arguments.has(DISCONNECTED)) {
            throw Tables.usage("--offline and --disconnected exclude each other", "Give one of them.");
        }
        return arguments.has(OFFLINE) ? Contact.NONE : arguments.has(DISCONNECTED) ? Contact.MIRRORS : Contact.ALL;
    }

    private static ExitCode check(TableCheck check, Map<String, Repository> table, Arguments arguments, Context context)
            throws CommandException {
        boolean json = arguments.has(JSON);
        Output out = context.console().out();
        CheckSummary summary = new CheckSummary();
        try (CheckProgress progress = new CheckProgress(context.console(), table.size(), !arguments.has(QUIET))) {
            TableChecks.run(
                    check,
                    table,
                    checked -> {
                        summary.add(checked);
                        if (json || arguments.has(ALL) || isTold(checked.state())) {
                            progress.erase();
                            out.line(json ? CheckText.json(checked) : CheckText.line(checked));
                            out.flush();
                        }
                    },
                    progress::done);
        }
        if (json) {
            out.lastLine(summary.json());
        } else {
            summary.print(out);
        }
        return summary.exitCode();
    }

    private static boolean isTold(TargetState state) {
        return state.isFinding() || state == TargetState.UNKNOWN;
    }
}
