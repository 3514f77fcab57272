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
import java.util.stream.Stream;

/// Names of images that are in the store.
final class ImageNames {
    private ImageNames() {}

    /// The image that a name means locally: the first of the names that it may have which is in the store. Other
    /// tools name images as they like (`skopeo copy ... oci:DIR:v1`), so at last comes the name as it was given.
    static Optional<StoredImage> find(ImageStore store, RegistriesConfiguration configuration, String name)
            throws CommandException {
        try {
            for (String local : local(store, configuration, name)) {
                Optional<Descriptor> root = store.find(local);
                if (root.isPresent()) {
                    return Optional.of(new StoredImage(local, root.get()));
                }
            }
            return Optional.empty();
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static List<String> local(ImageStore store, RegistriesConfiguration configuration, String name)
            throws CommandException, PullException {
        try {
            List<Qualified> meant = new ShortNameResolver(configuration).local(ImageReference.parse(name));
            return Stream.concat(meant.stream().map(Qualified::toString), Stream.of(name))
                    .toList();
        } catch (InvalidReferenceException e) {
            if (store.find(name).isPresent()) {
                return List.of(name);
            }
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
