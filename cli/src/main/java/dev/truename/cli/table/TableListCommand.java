package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.Verdict;
import java.util.List;

/// `truename table list`.
public final class TableListCommand implements Command {
    private static final Option DROPPED =
            Option.flag("dropped", "List what the catalogue knows and the table does not have, with the rule.");
    private static final Option QUIET =
            Option.flag("quiet", "Print the names only.").letter('q');
    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: `name`, `target`, `verdict`, `rule`, `reason`, `because`, `product`, `lifecycle`,"
                    + " `profiles`, `origins`.");

    private static final CommandSpec SPEC = CommandSpec.of("table list", "list the official alias table")
            .paragraph("Each line has a short name and what it means. This is the table that comes with Truename, not"
                    + " the aliases in force on this machine: those are in `truename alias list`.")
            .options(Tables.PROFILE, DROPPED, Tables.CATALOGUE, QUIET, JSON)
            .example("truename table list --profile openshift", "List the table for nodes of OpenShift.")
            .example("truename table list --dropped", "What is not in it, and why?")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("table show", "table diff", "alias list")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Catalogue catalogue = Tables.catalogue(arguments);
        String profile = Tables.profile(arguments, Tables.PROFILE, catalogue);
        List<CatalogueEntry> entries = arguments.has(DROPPED)
                ? catalogue.entries().stream().filter(entry -> !entry.isKept()).toList()
                : catalogue.table(profile);
        Output out = context.console().out();
        for (CatalogueEntry entry : entries) {
            if (arguments.has(JSON)) {
                Json json = new Json();
                EntryJson.add(entry, json);
                out.line(json.toString());
            } else {
                out.line(arguments.has(QUIET) ? entry.key() : line(entry));
            }
        }
        return ExitCode.DONE;
    }

    private static String line(CatalogueEntry entry) {
        String line = entry.key() + "  " + entry.target();
        return entry.verdict() instanceof Verdict.Dropped dropped
                ? line + "  " + dropped.rule().id() + ": " + dropped.reason()
                : line;
    }
}
