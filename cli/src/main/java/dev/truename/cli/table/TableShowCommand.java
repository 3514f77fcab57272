package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.names.Problems;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.Verdict;
import dev.truename.names.known.DockerOfficialImages;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.List;

/// `truename table show`.
public final class TableShowCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: `name`, `target`, `verdict`, `rule`, `reason`, `because`, `product`, `lifecycle`,"
                    + " `profiles`, `origins`.");

    private static final CommandSpec SPEC = CommandSpec.of("table show", "tell what the official table says of a name")
            .paragraph("Tells what the name means in it, whose product that is, and which profiles have it; or, of an"
                    + " image that is official but not in the table, by which rule it was dropped, and why.")
            .operand(Operand.one("NAME", "A short name, without tag and digest.", Completion.NOTHING))
            .options(Tables.CATALOGUE, JSON)
            .example("truename table show ubi9", "What does the table say of `ubi9`?")
            .example("truename table show openshift3/ose", "Why is this name not in it?")
            .exits(ExitCode.CONFIGURATION, ExitCode.UNRESOLVED)
            .seeAlso("table list", "explain")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        Catalogue catalogue = Tables.catalogue(arguments);
        String name = name(arguments.operand());
        List<CatalogueEntry> entries = catalogue.named(name);
        if (entries.isEmpty()) {
            throw unknown(name, catalogue);
        }
        for (CatalogueEntry entry : entries) {
            if (arguments.has(JSON)) {
                Json json = new Json();
                EntryJson.add(entry, json);
                context.console().out().line(json.toString());
            } else {
                show(entry, context.console().out());
            }
        }
        return ExitCode.DONE;
    }

    private static String name(String operand) throws CommandException {
        try {
            return ShortName.parseKey(operand).path();
        } catch (InvalidReferenceException e) {
            throw Problems.invalid(e, "Give a short name: truename table show ubi9");
        }
    }

    private static void show(CatalogueEntry entry, Output out) {
        out.line(entry.key() + "  " + entry.target());
        switch (entry.verdict()) {
            case Verdict.Kept _ -> out.line("    in the table");
            case Verdict.Renamed renamed -> out.line("    in the table under another name: " + renamed.reason());
            case Verdict.Dropped dropped ->
                out.line("    not in the table, by rule " + dropped.rule().id() + ": " + dropped.reason());
        }
        entry.namespace().ifPresent(namespace -> {
            out.line("    product    " + namespace.product());
            out.line("    lifecycle  " + namespace.lifecycle().word());
        });
        if (entry.isKept()) {
            out.line("    profiles   " + String.join(", ", entry.profiles()));
        }
    }

    private static CommandException unknown(String name, Catalogue catalogue) {
        String message = "the official table knows no \"" + name + "\"";
        if (DockerOfficialImages.contains(name)) {
            return unknown(
                    message + ", and refuses it: an official image of Docker Hub has this name",
                    "Write the full name, such as " + Repository.DOCKER_HUB + "/" + name + ".");
        }
        List<String> keys =
                catalogue.entries().stream().map(CatalogueEntry::key).distinct().toList();
        return unknown(
                message,
                Suggestion.nearest(name, keys)
                        .map(key -> "Did you mean " + key + "?")
                        .orElse("The names that it has are in: truename table list"));
    }

    private static CommandException unknown(String message, String fix) {
        return new CommandException(ExitCode.UNRESOLVED, "unknown-name", message, fix);
    }
}
