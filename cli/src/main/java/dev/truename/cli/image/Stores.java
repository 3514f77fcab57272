package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.names.config.HostEnvironment;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;

/// Where the image store is.
public final class Stores {
    private Stores() {}

    /// The store that the option, or the environment, names.
    public static ImageStore open(Arguments arguments, Context context, StoreSettings settings)
            throws CommandException {
        Optional<Path> named = ConfigurationLoading.path(arguments, CommonOptions.ROOT);
        Path root = named.isPresent() ? named.get() : standard(context.host().get());
        try {
            return ImageStore.open(root, settings);
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    /// A relative XDG_DATA_HOME counts as unset: it would mean whatever folder the program was started in.
    private static Path standard(HostEnvironment host) {
        String set = host.variables().getOrDefault("XDG_DATA_HOME", "");
        Path data = set.startsWith("/") ? Path.of(set) : host.home().resolve(".local/share");
        return data.resolve("truename");
    }
}
