package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.Json;
import dev.truename.cli.progress.Sizes;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.Pruned;
import dev.truename.pull.store.StoreSettings;

/// `truename prune`.
public final class PruneCommand implements Command {
    private static final Option DRY_RUN = Option.flag("dry-run", "Delete nothing; tell what would be deleted.");
    private static final Option JSON = Option.flag(
            "json", "Print an object: `blobs`, `bytes`, `leftovers` (of pulls that were killed), `dryRun`.");

    private static final CommandSpec SPEC = CommandSpec.of("prune", "delete what no image in the store needs")
            .paragraph("Waits until no pull into this store is running, in any process.")
            .options(DRY_RUN, JSON)
            .example("truename prune --dry-run", "How much would be freed?")
            .exits(ExitCode.INTERRUPTED)
            .seeAlso("images", "rm")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        ImageStore store = Stores.open(arguments, context, StoreSettings.DURABLE);
        boolean dryRun = arguments.has(DRY_RUN);
        try (Interruption _ = context.interruption().stopping()) {
            Pruned pruned = store.prune(dryRun);
            context.console().out().lastLine(arguments.has(JSON) ? json(pruned, dryRun) : text(pruned, dryRun));
            return ExitCode.DONE;
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static String json(Pruned pruned, boolean dryRun) {
        return new Json()
                .startObject()
                .member("blobs", pruned.blobs())
                .member("bytes", pruned.bytes())
                .member("leftovers", pruned.leftovers())
                .member("dryRun", dryRun)
                .endObject()
                .toString();
    }

    private static String text(Pruned pruned, boolean dryRun) {
        String what = pruned.blobs() + (pruned.blobs() == 1 ? " blob, " : " blobs, ") + Sizes.text(pruned.bytes());
        String leftovers = pruned.leftovers() == 0 ? "" : ", and what " + pruned.leftovers() + " killed pulls left";
        return (dryRun ? "would delete " : "deleted ") + what + leftovers;
    }
}
