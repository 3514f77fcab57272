package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.HostEnvironment;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.pull.PullSettings;

/// What the options say about how to pull.
public final class PullChoices {
    private static final int MOST_PARALLEL = 64;

    private PullChoices() {}

    /// Finds mistakes before anything is done.
    static void check(Arguments arguments, HostEnvironment host) throws CommandException {
        if (arguments.has(PullCommand.ALL_PLATFORMS) && arguments.has(RegistryOptions.PLATFORM)) {
            throw usage("--platform and --all-platforms exclude each other", "Give one of them.");
        }
        settings(arguments, host);
    }

    /// How to pull.
    public static PullSettings settings(Arguments arguments, HostEnvironment host) throws CommandException {
        boolean any = arguments
                .value(PullCommand.SEARCH_FALLBACK)
                .filter("any"::equals)
                .isPresent();
        return new PullSettings(
                arguments.has(PullCommand.ALL_PLATFORMS)
                        ? new PullSettings.Platforms.All()
                        : new PullSettings.Platforms.One(platform(arguments), arguments.has(RegistryOptions.PLATFORM)),
                any ? PullSettings.SearchFallback.ANY : PullSettings.SearchFallback.NOT_FOUND,
                parallel(arguments),
                arguments.has(PullCommand.IGNORE_SIGNATURE_POLICY)
                        ? SignaturePolicyFiles.NONE
                        : SignaturePolicyFiles.of(host),
                false);
    }

    /// The platform that was asked for, or this machine's.
    static Platform platform(Arguments arguments) throws CommandException {
        if (!arguments.has(RegistryOptions.PLATFORM)) {
            return Platform.ofHost(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        }
        try {
            return Platform.parse(arguments.value(RegistryOptions.PLATFORM).orElseThrow());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()), "");
        }
    }

    private static int parallel(Arguments arguments) throws CommandException {
        if (!arguments.has(PullCommand.PARALLEL)) {
            return PullSettings.DEFAULT_PARALLEL_BLOBS;
        }
        String text = arguments.value(PullCommand.PARALLEL).orElseThrow();
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_PARALLEL) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrongNumber(text);
        }
        throw wrongNumber(text);
    }

    private static CommandException wrongNumber(String text) {
        return usage("option --parallel takes a number from 1 to " + MOST_PARALLEL + ", not \"" + text + "\"", "");
    }

    private static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }
}
