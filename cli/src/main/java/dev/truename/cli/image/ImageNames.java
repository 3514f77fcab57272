package dev.truename.cli.image;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.names.Problems;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.shortname.ShortNameResolver;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoredImage;
import java.util.List;
import java.util.Optional;

/// Names of images that are in the store.
final class ImageNames {
    private ImageNames() {}

    /// The image that a name means locally: the first of the names that it may have which is in the store.
    static Optional<StoredImage> find(ImageStore store, RegistriesConfiguration configuration, String name)
            throws CommandException {
        try {
            for (Qualified local : local(configuration, name)) {
                Optional<Descriptor> root = store.find(local.toString());
                if (root.isPresent()) {
                    return Optional.of(new StoredImage(local.toString(), root.get()));
                }
            }
            return Optional.empty();
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static List<Qualified> local(RegistriesConfiguration configuration, String name) throws CommandException {
        try {
            return new ShortNameResolver(configuration).local(ImageReference.parse(name));
        } catch (InvalidReferenceException e) {
            throw Problems.invalid(e);
        }
    }

    /// That there is no such image.
    static CommandException missing(ImageStore store, String name) {
        return new CommandException(
                ExitCode.NOT_FOUND,
                "not-found",
                "there is no image \"" + name + "\" in " + store.root(),
                "See which there are: truename images; pull it: truename pull " + name);
    }
}
