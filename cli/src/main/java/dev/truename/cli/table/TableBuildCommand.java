package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.BuildOutcome;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.CatalogueRules;
import dev.truename.names.catalog.CatalogueText;
import dev.truename.names.catalog.Source;
import dev.truename.names.catalog.SourceStamp;
import dev.truename.names.catalog.TableBuilder;
import dev.truename.names.catalog.TableRenderer;
import dev.truename.names.config.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `truename table build`.
public final class TableBuildCommand implements Command {
    private static final Option RULES = Option.value(
                    "rules", "FILE", "The reviewed rules: allowed registries and namespaces, what is dropped, and why.")
            .completion(Completion.FILE);
    private static final Option SOURCE = Option.repeated(
                    "source",
                    "NAME=FILE",
                    "A source table, and what to call it: a drop-in, or a catalogue's export in JSON, a list of objects"
                            + " with `registry` and `repository`. Several files of one name are one table, read in this"
                            + " order as a node does; tables of different names must agree.")
            .completion(Completion.FILE);
    private static final Option BASE = Option.value(
                    "base",
                    "CATALOGUE",
                    "Start from everything that this catalogue has, to apply changed rules without its sources.")
            .completion(Completion.FILE);
    private static final Option CATALOGUE =
            Option.value("catalogue", "FILE", "Write the catalogue here.").completion(Completion.FILE);
    private static final Option PROFILE = Option.value(
            "profile", "NAME", "What the drop-in has. Default: `official`, which is everything that is kept.");
    private static final Option OUTPUT = Option.value("output", "FILE", "Write the drop-in of the profile here.")
            .letter('o')
            .completion(Completion.FILE);
    private static final Option REPORT =
            Option.flag("report", "Tell of every entry what became of it, by which rule, and where it is from.");
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `kept`, `renamed`, `dropped` (a number for each rule), `stale`; with `--report` also"
                    + " `entries`, each with `name`, `target`, `verdict`, `rule`, `reason`, `because`, `origins`.");

    private static final CommandSpec SPEC = CommandSpec.of("table build", "build an alias table from others, by rules")
            .paragraph("Takes every entry of the source tables through the rules: the registry is on the list, the"
                    + " repository's path is the name or a reviewed line allows another, the namespace is on the list,"
                    + " the product is maintained, and the name is nobody else's. What is left is written as a catalogue"
                    + " for people to review, and as a drop-in for `registries.conf.d`. The same input gives the same"
                    + " bytes.")
            .paragraph("Where two sources disagree on a name nothing is written until a line of the rules decides. A"
                    + " line that decides nothing any more is warned about.")
            .options(RULES, SOURCE, BASE, CATALOGUE, PROFILE, OUTPUT, REPORT, JSON)
            .example(
                    "truename table build --rules rules.toml --source el9=001-rhel-shortnames.conf --catalogue"
                            + " official.toml --output official.conf",
                    "Build a table from RHEL's.")
            .example(
                    "truename table build --rules rules.toml --base official.toml --catalogue official.toml",
                    "Apply changed rules to the catalogue.")
            .example(
                    "truename table build --rules rules.toml --source el9=new.conf --report | grep dropped",
                    "Only tell what would be dropped, and why.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("table diff", "table list", "table mask")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        CatalogueRules rules = rules(arguments);
        List<Source> sources = sources(arguments);
        return switch (TableBuilder.build(rules, sources)) {
            case BuildOutcome.Undecided undecided -> throw BuildReport.undecided(undecided, rules);
            case BuildOutcome.Built built -> {
                write(arguments, built.catalogue());
                BuildReport report = new BuildReport(built, arguments.has(REPORT));
                if (arguments.has(JSON)) {
                    context.console().out().line(report.json());
                } else {
                    report.text(context.console());
                }
                yield ExitCode.DONE;
            }
        };
    }

    private static CatalogueRules rules(Arguments arguments) throws CommandException {
        Optional<Path> file = ConfigurationLoading.path(arguments, RULES);
        if (file.isEmpty()) {
            throw Tables.usage(
                    "--rules is missing", "Name the file of rules, such as share/truename/catalog/rules.toml.");
        }
        try {
            return CatalogueRules.read(file.get());
        } catch (ConfigurationException e) {
            throw Tables.unusable("the rules cannot be used", e);
        }
    }

    private static List<Source> sources(Arguments arguments) throws CommandException {
        List<Source> sources = new ArrayList<>();
        Optional<Path> base = ConfigurationLoading.path(arguments, BASE);
        try {
            if (base.isPresent()) {
                sources.add(Source.of(Catalogue.read(base.get())));
            }
            for (Map.Entry<String, List<Path>> source : files(arguments).entrySet()) {
                sources.add(Source.read(source.getKey(), source.getValue()));
            }
        } catch (ConfigurationException e) {
            throw Tables.unusable("a source cannot be used", e);
        }
        if (sources.isEmpty()) {
            throw Tables.usage("there is nothing to build from", "Give --source NAME=FILE, or --base CATALOGUE.");
        }
        return sources;
    }

    private static Map<String, List<Path>> files(Arguments arguments) throws CommandException {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (String value : arguments.values(SOURCE)) {
            int equals = value.indexOf('=');
            if (equals < 1 || equals == value.length() - 1) {
                throw Tables.usage(
                        "--source \"" + value + "\" has no name", "Write NAME=FILE, such as el9=table.conf.");
            }
            Path file = Tables.path(value.substring(equals + 1));
            if (!SourceStamp.isName(value)) {
                throw Tables.usage("--source \"" + value + "\" has control characters", "Rename the file.");
            }
            files.computeIfAbsent(value.substring(0, equals), name -> new ArrayList<>())
                    .add(file);
        }
        return files;
    }

    private static void write(Arguments arguments, Catalogue catalogue) throws CommandException {
        Optional<Path> output = ConfigurationLoading.path(arguments, OUTPUT);
        Optional<Path> file = ConfigurationLoading.path(arguments, CATALOGUE);
        TableRenderer table = new TableRenderer(catalogue, Tables.profile(arguments, PROFILE, catalogue));
        if (file.isPresent()) {
            Tables.write(file.get(), CatalogueText.of(catalogue));
        }
        if (output.isPresent()) {
            Tables.write(output.get(), table.render());
        }
    }
}
