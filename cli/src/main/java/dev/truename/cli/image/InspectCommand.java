package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
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
import java.util.Optional;

/// `truename inspect`.
public final class InspectCommand implements Command {
    private static final Option LOCAL = Option.flag("local", "Look into the store only.");
    private static final Option REMOTE = Option.flag("remote", "Ask the registry, though the image is stored.");
    private static final Option RAW = Option.flag("raw", "Print the manifest's own bytes.");
    private static final Option CONFIG = Option.flag("config", "Print the image's configuration, its own bytes.");
    private static final Option JSON = Option.flag(
            "json",
            "Print an object: `name`, `where`, `digest`, `mediaType`, `size`; of an index `manifests`, of an image"
                    + " `config` and `layers`; `annotations`. An error has `failures`, as those of `truename pull"
                    + " --json`, where registries were asked.");

    private static final CommandSpec SPEC = CommandSpec.of("inspect", "show what an image is made of")
            .paragraph("Shows the manifest or index that the name points at: in the store if it is there, else in the"
                    + " registry, which is asked for no more than that. With `--platform` or `--config` an index leads"
                    + " to its image for that platform. A short name is resolved as `truename pull` does it, but"
                    + " nobody is asked.")
            .operand(Operand.one("NAME", "An image's name.", Completion.IMAGE))
            .options(
                    LOCAL,
                    REMOTE,
                    RAW,
                    CONFIG,
                    JSON,
                    RegistryOptions.PLATFORM,
                    CredentialOptions.AUTHFILE,
                    RegistryOptions.CREDS,
                    RegistryOptions.CERT_DIR,
                    RegistryOptions.TLS_VERIFY,
                    RegistryOptions.TOKEN_SERVER)
            .example("truename inspect ubi9", "Which layers, which platforms?")
            .example("truename inspect --config ubi9 | jq .config.Cmd", "What would it run?")
            .example("truename inspect --remote --raw ubi9 | sha256sum", "Compute the digest yourself.")
            .exits(
                    ExitCode.CONFIGURATION,
                    ExitCode.UNRESOLVED,
                    ExitCode.NOT_FOUND,
                    ExitCode.CREDENTIALS,
                    ExitCode.UNREACHABLE,
                    ExitCode.VERIFICATION,
                    ExitCode.BLOCKED,
                    ExitCode.INTERRUPTED)
            .seeAlso("pull", "images", "explain")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        exclusive(arguments, LOCAL, REMOTE);
        exclusive(arguments, RAW, CONFIG);
        RegistriesConfiguration configuration = ConfigurationLoading.load(arguments, context);
        ImageStore store = Stores.open(arguments, context, StoreSettings.DURABLE);
        String name = arguments.operand();
        Optional<StoredImage> stored =
                arguments.has(REMOTE) ? Optional.empty() : ImageNames.find(store, configuration, name);
        if (stored.isEmpty() && arguments.has(LOCAL)) {
            throw ImageNames.missing(store, name);
        }
        try (Interruption _ = context.interruption().stopping()) {
            if (stored.isPresent()) {
                show(arguments, context, InspectedImage.stored(store, stored.get()));
            } else {
                remote(arguments, context, configuration);
            }
            return ExitCode.DONE;
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static void remote(Arguments arguments, Context context, RegistriesConfiguration configuration)
            throws CommandException, PullException {
        try (RemoteInspection remote = RemoteInspection.open(arguments, context, configuration)) {
            show(arguments, context, remote.find());
        }
    }

    private static void show(Arguments arguments, Context context, InspectedImage found)
            throws CommandException, PullException {
        boolean image = arguments.has(RegistryOptions.PLATFORM) || arguments.has(CONFIG);
        InspectedImage shown = image ? found.forPlatform(PullChoices.platform(arguments)) : found;
        if (arguments.has(CONFIG)) {
            context.console().out().bytes(shown.config());
        } else if (arguments.has(RAW)) {
            context.console().out().bytes(shown.manifest().raw().bytes());
        } else if (arguments.has(JSON)) {
            context.console().out().lastLine(InspectionJson.of(shown));
        } else {
            InspectionText.print(shown, context.console());
        }
    }

    private static void exclusive(Arguments arguments, Option one, Option other) throws CommandException {
        if (arguments.has(one) && arguments.has(other)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "usage",
                    one.longName() + " and " + other.longName() + " exclude each other",
                    "Give one of them.");
        }
    }
}
