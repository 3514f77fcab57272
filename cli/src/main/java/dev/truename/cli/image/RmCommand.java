package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Json;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;
import dev.truename.pull.store.StoredImage;

/// `truename rm`.
public final class RmCommand implements Command {
    private static final Option JSON =
            Option.flag("json", "Print one object a name: `input`, `removed` (the full name, or null), `error`.");

    private static final CommandSpec SPEC = CommandSpec.of("rm", "remove images from the store")
            .paragraph("Takes names away; what no other name needs stays until `truename prune`. A short name means the"
                    + " first image in the store of: what its alias says, localhost, the search registries. Prints the"
                    + " full names that were removed.")
            .operand(Operand.many("NAME", "The name of a stored image.", Completion.IMAGE))
            .options(JSON)
            .example("truename rm quay.io/podman/hello:latest", "Remove one image.")
            .exits(ExitCode.CONFIGURATION, ExitCode.NOT_FOUND)
            .seeAlso("images", "prune")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        RegistriesConfiguration configuration = ConfigurationLoading.load(arguments, context);
        ImageStore store = Stores.open(arguments, context, StoreSettings.DURABLE);
        ExitCode exit = ExitCode.DONE;
        int left = arguments.operands().size();
        for (String name : arguments.operands()) {
            left--;
            if (arguments.has(JSON)) {
                context.console().out().owe(failed(name, CommandException.interrupted()));
            }
            try {
                String removed = remove(store, configuration, name);
                context.console().out().line(arguments.has(JSON) ? told(name, removed) : removed, left == 0);
            } catch (CommandException e) {
                tell(arguments, context.console(), name, e, left == 0);
                exit = exit.orElse(e.exitCode());
            }
        }
        return exit;
    }

    private static void tell(Arguments arguments, Console console, String name, CommandException e, boolean last) {
        if (arguments.has(JSON)) {
            console.out().line(failed(name, e), last);
        } else {
            console.error(e.message());
            console.hint(e.fix());
        }
    }

    private static String remove(ImageStore store, RegistriesConfiguration configuration, String name)
            throws CommandException {
        StoredImage image =
                ImageNames.find(store, configuration, name).orElseThrow(() -> ImageNames.missing(store, name));
        try {
            store.remove(image.name());
            return image.name();
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static String told(String name, String removed) {
        return new Json()
                .startObject()
                .member("input", name)
                .member("removed", removed)
                .nothing("error")
                .endObject()
                .toString();
    }

    private static String failed(String name, CommandException e) {
        Json json = new Json().startObject().member("input", name).nothing("removed");
        e.addTo(json);
        return json.endObject().toString();
    }
}
