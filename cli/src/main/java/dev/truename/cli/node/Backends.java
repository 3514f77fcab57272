package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.command.Version;
import dev.truename.cli.image.PullChoices;
import dev.truename.cli.image.PullCommand;
import dev.truename.cli.image.PullProblems;
import dev.truename.cli.image.Registries;
import dev.truename.cli.image.RegistryOptions;
import dev.truename.cli.image.Stores;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.names.Credentials;
import dev.truename.cli.spec.Option;
import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.own.OwnStore;
import dev.truename.cri.own.OwnStoreSettings;
import dev.truename.cri.own.PinnedImages;
import dev.truename.cri.proxy.ProxyBackend;
import dev.truename.names.config.HostEnvironment;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.pull.PullSettings;
import dev.truename.pull.store.StoreSettings;
import dev.truename.pull.transport.Pauses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What serves the images, as the options say.
final class Backends {
    private static final String SCHEME = "unix://";
    private static final int MOST_PULLS = 1000;

    /// What only a store of its own asks.
    private static final List<Option> OF_A_STORE = List.of(
            CredentialOptions.AUTHFILE,
            ServeOptions.NAMESPACED_AUTH_DIR,
            RegistryOptions.CERT_DIR,
            RegistryOptions.TOKEN_SERVER,
            RegistryOptions.PLATFORM,
            PullCommand.SEARCH_FALLBACK,
            ServeOptions.PARALLEL_PULLS,
            PullCommand.PARALLEL,
            ServeOptions.PROGRESS_TIMEOUT,
            ServeOptions.PINNED,
            PullCommand.IGNORE_SIGNATURE_POLICY,
            PullCommand.NO_FSYNC);

    private Backends() {}

    static ImageBackend open(Arguments arguments, Context context, NodeListener listener) throws CommandException {
        Optional<String> upstream = arguments.value(ServeOptions.UPSTREAM);
        if (upstream.isEmpty()) {
            return ownStore(arguments, context, listener);
        }
        requireNoneOf(OF_A_STORE, arguments);
        return new ProxyBackend(runtime(upstream.get()), listener);
    }

    private static void requireNoneOf(List<Option> options, Arguments arguments) throws CommandException {
        for (Option option : options) {
            if (arguments.has(option)) {
                throw Values.usage(
                        option.longName() + " has no effect with " + ServeOptions.UPSTREAM.longName()
                                + ": images are pulled and kept by that runtime",
                        "Leave it away, and say it in the runtime's configuration.");
            }
        }
    }

    private static Path runtime(String text) throws CommandException {
        String path = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
            throw Values.usage(
                    "\"" + text + "\" is no unix socket",
                    "Give a full path, such as unix:///run/containerd/containerd.sock.");
        }
        return Path.of(path);
    }

    private static ImageBackend ownStore(Arguments arguments, Context context, NodeListener listener)
            throws CommandException {
        HostEnvironment host = context.host().get();
        Optional<Path> authFile = ConfigurationLoading.path(arguments, CredentialOptions.AUTHFILE);
        PullSettings pulling = PullChoices.settings(arguments, host);
        OwnStoreSettings settings = new OwnStoreSettings(
                Version.text(),
                ((PullSettings.Platforms.One) pulling.platforms()).platform(),
                pinned(arguments),
                pulling.fallback(),
                pulling.signatures(),
                pulling.parallelBlobs(),
                Values.number(
                        arguments, ServeOptions.PARALLEL_PULLS, OwnStoreSettings.DEFAULT_PARALLEL_PULLS, MOST_PULLS),
                Values.duration(arguments, ServeOptions.PROGRESS_TIMEOUT, OwnStoreSettings.DEFAULT_PROGRESS_TIMEOUT),
                Registries.settings(arguments, context, Pauses.real()),
                configuration -> Credentials.lookup(authFile, host, configuration),
                ConfigurationLoading.path(arguments, ServeOptions.NAMESPACED_AUTH_DIR)
                        .map(NamespacedAuth::new));
        try {
            return OwnStore.open(
                    Stores.open(arguments, context, new StoreSettings(!arguments.has(PullCommand.NO_FSYNC))),
                    settings,
                    listener);
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static PinnedImages pinned(Arguments arguments) throws CommandException {
        List<String> patterns = arguments.values(ServeOptions.PINNED);
        for (String pattern : patterns) {
            if (!PinnedImages.isPattern(pattern)) {
                throw Values.usage(
                        "\"" + pattern + "\" is no pattern of images", "Write an exact name, prefix* or *keyword*.");
            }
        }
        return new PinnedImages(patterns);
    }
}
