package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.FindingJson;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.config.AtomicFile;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the commands about tables share.
final class Tables {
    static final Option PROFILE = Option.value(
            "profile",
            "NAME",
            "The table's profile: `official` has everything, `openshift` what nodes of OpenShift need. Default:"
                    + " `official`.");
    static final Option CATALOGUE = Option.value(
                    "catalogue", "FILE", "Take this catalogue, instead of the one that comes with Truename.")
            .completion(Completion.FILE);

    private Tables() {}

    /// The catalogue that an option names, or the shipped one.
    static Catalogue catalogue(Arguments arguments) throws CommandException {
        Optional<Path> file = ConfigurationLoading.path(arguments, CATALOGUE);
        try {
            return file.isEmpty() ? ShippedCatalogue.read() : Catalogue.read(file.get());
        } catch (ConfigurationException e) {
            throw unusable("the catalogue cannot be used", e);
        }
    }

    /// The profile that an option names, which the catalogue must have.
    static String profile(Arguments arguments, Option option, Catalogue catalogue) throws CommandException {
        String profile = arguments.value(option).orElse(Catalogue.OFFICIAL);
        if (!catalogue.profiles().contains(profile)) {
            List<String> known = new ArrayList<>(catalogue.profiles());
            String meant = Suggestion.nearest(profile, known)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw usage("there is no profile \"" + profile + "\"" + meant, "It has " + String.join(", ", known) + ".");
        }
        return profile;
    }

    /// A path that was given as an operand.
    static Path path(String text) throws CommandException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw usage("\"" + text + "\" is no path", "");
        }
    }

    static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }

    /// The error for a file with mistakes.
    static CommandException unusable(String what, ConfigurationException e) {
        StringBuilder message = new StringBuilder(what);
        for (Finding error : e.errors()) {
            message.append("\n  ").append(error.place()).append(": ").append(error.message());
            message.append("\n    ").append(error.fix());
        }
        return new CommandException(ExitCode.CONFIGURATION, "input", message.toString(), "", json -> {
            json.startArray("errors");
            e.errors().forEach(error -> FindingJson.add(error, json));
            json.endArray();
        });
    }

    /// Writes a file so that it is old or new, whole, whatever happens on the way.
    static void write(Path file, String text) throws CommandException {
        try {
            AtomicFile.publish(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    static CommandException notWritten(Path file, IOException e) {
        String why = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof NoSuchFileException ? "its folder does not exist" : String.valueOf(e.getMessage());
        return new CommandException(
                ExitCode.FAILURE,
                "output",
                "cannot write " + file + ": " + why,
                e instanceof NoSuchFileException ? "Create the folder first." : "The file is as it was.");
    }
}
