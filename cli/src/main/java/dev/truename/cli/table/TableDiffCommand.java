package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.TableDiff;

/// `truename table diff`.
public final class TableDiffCommand implements Command {
    private static final String TABLES =
            "`official` or `openshift` for a table that comes with Truename; else a drop-in, or a folder of drop-ins.";
    private static final Option EXIT_CODE = Option.flag("exit-code", "End with 10 if there is a difference.");
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `same`, and lists `moved`, `retargeted`, `removed`, `added`; each entry with `name`,"
                    + " `namespace`, and `from` and `to` as far as there are any.");

    private static final CommandSpec SPEC = CommandSpec.of("table diff", "tell what another alias table would change")
            .paragraph("Names that move to another registry come first: from then on somebody else is trusted. Then"
                    + " names that mean another repository of the same registry, names that are gone, and new ones; each"
                    + " with its namespace's number.")
            .operand(Operand.one("BEFORE", "The old table: " + TABLES, Completion.FILE))
            .operand(Operand.one("AFTER", "The new table, named in the same way.", Completion.FILE))
            .options(EXIT_CODE, JSON)
            .example(
                    "truename table diff /usr/share/containers/registries.conf.d openshift",
                    "What changes on a node whose vendor's table is replaced?")
            .example("truename table diff --exit-code old.conf official", "In a script: is there a difference?")
            .exits(ExitCode.CONFIGURATION, ExitCode.FINDINGS)
            .seeAlso("table build", "table list", "table mask")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        TableDiff diff = TableDiff.of(
                TableInput.read(arguments.operands().getFirst()),
                TableInput.read(arguments.operands().getLast()));
        DiffText text = new DiffText(diff);
        if (arguments.has(JSON)) {
            context.console().out().line(text.json());
        } else {
            text.print(context.console());
        }
        return arguments.has(EXIT_CODE) && !diff.changes().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
