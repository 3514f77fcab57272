package dev.truename.cli.audit;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.audit.AuditChoices.Rewriting;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.image.RegistryOptions;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.names.audit.Answers;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Auditor;
import dev.truename.names.audit.OfficialNames;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Problem;
import dev.truename.names.workload.Reading;
import dev.truename.names.workload.Rewritten;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `truename audit`.
public final class AuditCommand implements Command {
    private static final CommandSpec SPEC = CommandSpec.of(
                    "audit", "find image names that mean several things, or that anybody could take")
            .paragraph("Reads which images workloads name, and tells of each name what it would mean under the"
                    + " configuration: whether it is a full name or has an alias, whether one registry gives it a meaning"
                    + " or several could, whether somebody else could put an image there first, and whether it stops"
                    + " working where short names are enforced.")
            .paragraph("With `--probe` the search registries are asked which images there are; without it nothing is"
                    + " contacted. `--short-name-mode=enforcing` tells what an engine in that mode would refuse.")
            .paragraph("`--fix` writes the aliases that give each short name one meaning; `--rewrite` writes full names"
                    + " into the files themselves. Both do so only where the meaning is sure.")
            .operand(new Operand(
                    "INPUT",
                    false,
                    true,
                    "Manifests of Kubernetes and OpenShift, compose files, Containerfiles, Quadlet units, lists of"
                            + " images, one a line, or a folder of them; `-` reads standard input, such as Helm's output.",
                    Completion.FILE))
            .options(
                    AuditOptions.PROBE,
                    AuditOptions.PROBE_RATE,
                    AuditOptions.PREFER,
                    AuditOptions.FIX,
                    AuditOptions.REWRITE,
                    AuditOptions.DRY_RUN,
                    AuditOptions.FORCE,
                    AuditOptions.HTML,
                    AuditOptions.JSON,
                    AuditOptions.SARIF,
                    AuditOptions.ALL,
                    AuditOptions.FORMAT,
                    AuditOptions.CLUSTER,
                    AuditOptions.KUBECONFIG,
                    AuditOptions.CONTEXT,
                    AuditOptions.NAMESPACE,
                    AuditOptions.FAIL_ON,
                    CredentialOptions.AUTHFILE,
                    RegistryOptions.CERT_DIR,
                    RegistryOptions.TLS_VERIFY,
                    RegistryOptions.TOKEN_SERVER)
            .example("truename audit deploy/", "What do the names in these manifests mean here?")
            .example("helm template my-chart | truename audit --probe -", "Check a chart, and ask the registries.")
            .example(
                    "truename audit --probe --fix 050-workloads.conf deploy/",
                    "Write the aliases that keep these workloads running under enforcing.")
            .example(
                    "truename audit --cluster --short-name-mode enforcing",
                    "Before an upgrade: what of this cluster would no longer start?")
            .example("truename audit --rewrite --dry-run deploy/", "Which full names would be written, as a patch?")
            .example(
                    "truename audit --sarif --fail-on squattable deploy/ > audit.sarif",
                    "In a pipeline: fail where a name could be taken over.")
            .exits(
                    ExitCode.CONFIGURATION,
                    ExitCode.CREDENTIALS,
                    ExitCode.UNREACHABLE,
                    ExitCode.VERIFICATION,
                    ExitCode.FINDINGS,
                    ExitCode.INTERRUPTED)
            .seeAlso("explain", "lint", "table mask", "alias add")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        AuditChoices choices = AuditChoices.of(arguments);
        RegistriesConfiguration configuration = ConfigurationLoading.loadAndWarn(arguments, context);
        Reading reading = read(arguments, choices, context);
        OfficialNames official = OfficialNames.of(ShippedCatalogue.read(), Catalogue.OFFICIAL);
        Auditor auditor = new Auditor(configuration, official, choices.preferred());
        Map<String, List<ImageUse>> byName = AuditReport.byName(reading.uses());
        Answers answers = choices.probe()
                ? Probing.ask(byName.keySet(), auditor, arguments, context, configuration)
                : Answers.NONE;
        AuditReport report = AuditReport.of(byName, auditor, answers);
        FullNames fullNames = choices.rewriting() == Rewriting.NONE
                ? FullNames.NONE
                : FullNames.of(report, AuditInputs.sources(arguments.operands()), choices.format());
        Audited audited =
                new Audited(report, reading.files(), reading.problems(), configuration, choices.probe(), fullNames);
        write(audited, choices);
        print(audited, choices, context.console());
        return choices.failOn().exit(audited);
    }

    private static Reading read(Arguments arguments, AuditChoices choices, Context context) throws CommandException {
        Reading files = AuditInputs.read(arguments.operands(), choices.format(), context.console());
        return choices.cluster().isPresent()
                ? ClusterInput.added(files, choices.cluster().get(), context)
                : files;
    }

    private static void write(Audited audited, AuditChoices choices) throws CommandException {
        if (choices.fix().isPresent()) {
            choices.fix().get().write(audited.dropIn().render());
        }
        if (choices.html().isPresent()) {
            choices.html().get().write(AuditHtml.of(audited, Instant.now()));
        }
        if (choices.rewriting() == Rewriting.DONE) {
            audited.fullNames().write();
        }
    }

    private static void print(Audited audited, AuditChoices choices, Console console) {
        for (Problem problem : audited.problems()) {
            console.warn(problem.toString());
        }
        for (Rewritten.Refusal refusal : audited.fullNames().refusals()) {
            console.warn(refusal.place() + ": left as it is: " + refusal.reason());
        }
        if (choices.rewriting() == Rewriting.SHOWN) {
            patch(audited, console);
            return;
        }
        switch (choices.form()) {
            case TEXT -> new AuditText(console, audited, choices.everything()).print();
            case JSON -> console.out().lastLine(AuditJson.of(audited));
            case SARIF -> console.out().lastLine(AuditSarif.of(audited, Path.of("")));
        }
    }

    /// A patch is for a program, to the letter; on a terminal it is for reading, and what would move the cursor is
    /// escaped.
    private static void patch(Audited audited, Console console) {
        for (FullNames.File file : audited.fullNames().files()) {
            if (console.isTerminal(Descriptor.OUTPUT)) {
                file.patch().lines().forEach(console.out()::line);
            } else {
                console.out().raw(file.patch());
            }
        }
    }
}
