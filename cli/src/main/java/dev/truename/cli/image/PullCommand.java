package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoreSettings;

/// `truename pull`.
public final class PullCommand implements Command {
    static final Option ALL_PLATFORMS = Option.flag("all-platforms", "Take the images for all platforms.");
    static final Option QUIET = Option.flag("quiet", "Show no progress and no warnings, and ask nobody.")
            .letter('q');
    static final Option JSON = Option.flag(
            "json",
            "Print one object a name: `input`, `short`, `resolution`, `origin`, `reference`, `digest`, `images`,"
                    + " `source`, `transfer`, `failures` (every source that was asked in vain, whatever came of it:"
                    + " `candidate`, `source`, `mirror`, `kind`, `at`, `message`), `recorded`, `warnings`, `error`."
                    + " Asks nobody.");
    public static final Option SEARCH_FALLBACK = Option.value(
                    "search-fallback",
                    "WHEN",
                    "When a search goes on to its next registry: `not-found`, if a registry says that it has no such"
                            + " image; `any`, on any failure, so that whoever makes the first registry fail decides"
                            + " what is run. Default: `not-found`.")
            .choices("not-found", "any");
    public static final Option PARALLEL = Option.value("parallel", "N", "Fetch so many layers at once. Default: 6.");
    public static final Option IGNORE_SIGNATURE_POLICY = Option.flag(
            "ignore-signature-policy",
            "Do not look at `policy.json`. Else it is the user's or the system's (containers-policy.json(5)): what it"
                    + " rejects is not pulled, nor what it wants signed by keys of GnuPG and is not, nor what it wants"
                    + " signed by sigstore, which is not verified here.");
    public static final Option NO_FSYNC = Option.flag(
            "no-fsync", "Do not wait for the disk: faster, but a loss of power may damage what was just stored.");

    private static final CommandSpec SPEC = CommandSpec.of("pull", "pull images into the store")
            .paragraph("Finds out what each name means, fetches the image from there, verifies every byte against its"
                    + " digest, and stores it. Layers that are there are not fetched again. Prints"
                    + " `REFERENCE@DIGEST` of what was pulled, one a line.")
            .paragraph("A short name with an alias is pulled from where the alias says, and from nowhere else. Any"
                    + " other short name is searched: the registries of `unqualified-search-registries` are asked in"
                    + " order, and the next one only if the one before says that it has no such image. In a terminal,"
                    + " under the modes permissive and enforcing, you are asked instead which one is meant, and your"
                    + " choice is recorded as an alias once the pull has succeeded.")
            .paragraph("Mirrors are asked in order, before the registry itself, and passed over on any error. The"
                    + " store is an OCI image layout: `skopeo copy oci:ROOT:REFERENCE ...` and podman read it.")
            .operand(Operand.many("NAME", "An image's name.", Completion.IMAGE))
            .options(
                    RegistryOptions.PLATFORM,
                    ALL_PLATFORMS,
                    QUIET,
                    JSON,
                    CredentialOptions.AUTHFILE,
                    RegistryOptions.CREDS,
                    RegistryOptions.CERT_DIR,
                    RegistryOptions.TLS_VERIFY,
                    RegistryOptions.TOKEN_SERVER,
                    SEARCH_FALLBACK,
                    PARALLEL,
                    IGNORE_SIGNATURE_POLICY,
                    NO_FSYNC)
            .example("truename pull ubi9", "Pull what the alias table says.")
            .example("truename pull --platform linux/arm64 quay.io/podman/hello", "Pull for another platform.")
            .example("digest=$(truename pull --quiet ubi9)", "Pull in a script, and know what was pulled.")
            .exits(
                    ExitCode.CONFIGURATION,
                    ExitCode.UNRESOLVED,
                    ExitCode.NOT_FOUND,
                    ExitCode.CREDENTIALS,
                    ExitCode.UNREACHABLE,
                    ExitCode.VERIFICATION,
                    ExitCode.BLOCKED,
                    ExitCode.INTERRUPTED)
            .seeAlso("resolve", "explain", "inspect", "images")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        PullChoices.check(arguments, context.host().get());
        ImageStore.warmUp();
        RegistriesConfiguration configuration = arguments.has(QUIET) || arguments.has(JSON)
                ? ConfigurationLoading.load(arguments, context)
                : ConfigurationLoading.loadAndWarn(arguments, context);
        ImageStore store = Stores.open(arguments, context, new StoreSettings(!arguments.has(NO_FSYNC)));
        NamePull pull = new NamePull(arguments, context, configuration, store);
        ExitCode exit = ExitCode.DONE;
        int left = arguments.operands().size();
        for (String name : arguments.operands()) {
            left--;
            ExitCode one = pull.run(name, left == 0);
            if (one == ExitCode.INTERRUPTED) {
                return one;
            }
            exit = exit.orElse(one);
        }
        return exit;
    }
}
