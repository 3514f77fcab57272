package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.progress.Sizes;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;
import dev.truename.pull.store.StoredImage;
import java.util.List;

/// `truename images`.
public final class ImagesCommand implements Command {
    private static final Option JSON =
            Option.flag("json", "Print one object a line: `name`, `digest`, `mediaType`, `size`.");
    private static final Option QUIET =
            Option.flag("quiet", "Print the names only.").letter('q');
    private static final Option DIGESTS = Option.flag("digests", "Print the digests too.");

    private static final CommandSpec SPEC = CommandSpec.of("images", "list the images in the store")
            .paragraph("Each line has the full name and the size of what is stored for it, in bytes as they were"
                    + " fetched. Images may share layers, so together they may take less.")
            .options(JSON, QUIET, DIGESTS)
            .example("truename images", "List the images.")
            .example("truename images --quiet | xargs truename rm", "Remove all of them.")
            .seeAlso("pull", "inspect", "rm", "prune")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        ImageStore store = Stores.open(arguments, context, StoreSettings.DURABLE);
        Output out = context.console().out();
        for (StoredImage image : images(store)) {
            if (arguments.has(QUIET)) {
                out.line(image.name());
            } else {
                long size = StoredSize.of(store, image.root());
                out.line(arguments.has(JSON) ? json(image, size) : text(image, size, arguments.has(DIGESTS)));
            }
        }
        return ExitCode.DONE;
    }

    private static List<StoredImage> images(ImageStore store) throws CommandException {
        try {
            return store.images();
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static String json(StoredImage image, long size) {
        return new Json()
                .startObject()
                .member("name", image.name())
                .member("digest", image.root().digest().toString())
                .member("mediaType", image.root().mediaType())
                .member("size", size)
                .endObject()
                .toString();
    }

    private static String text(StoredImage image, long size, boolean digests) {
        String digest = digests ? "  " + image.root().digest() : "";
        return image.name() + digest + "  " + Sizes.text(size);
    }
}
