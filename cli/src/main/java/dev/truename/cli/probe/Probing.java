package dev.truename.cli.probe;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.image.Registries;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.probe.ImageProbe;
import dev.truename.names.probe.PlannedProbe;
import dev.truename.names.probe.RememberingProbe;
import dev.truename.names.probe.SourceProbe;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.pull.probe.PacedRequests;
import dev.truename.pull.probe.RegistryProbe;

/// Questions to registries at a bounded rate, with this user's credentials, each asked once.
public final class Probing implements AutoCloseable {
    /// Faster than any registry takes it from one client.
    private static final int MAX_RATE = 1000;

    private final Registries registries;
    private final SourceProbe sources;

    private Probing(Registries registries) {
        this.registries = registries;
        this.sources = new RememberingProbe(new RegistryProbe(registries, RegistryProbe.DEFAULT_AT_ONCE));
    }

    /// Contacts nobody yet.
    ///
    /// @param arguments may have the options of commands that talk to registries, but `--creds`
    /// @param rate requests a second for each host
    public static Probing open(Arguments arguments, Context context, RegistriesConfiguration configuration, int rate)
            throws CommandException {
        return new Probing(Registries.paced(arguments, context, configuration, rate));
    }

    /// The value of an option for a rate, or the usual one.
    public static int rate(Arguments arguments, Option option) throws CommandException {
        String text = arguments.value(option).orElse("");
        boolean number = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int rate = text.isEmpty() ? PacedRequests.DEFAULT_RATE : number ? Integer.parseInt(text) : 0;
        if (rate < 1 || rate > MAX_RATE) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "usage",
                    "the value of " + option.longName() + " is no rate: " + text,
                    "Give a number of requests a second, from 1 to " + MAX_RATE + ".");
        }
        return rate;
    }

    /// Asks one place.
    public SourceProbe sources() {
        return sources;
    }

    /// Asks all places of an image, in the order of a pull.
    public ImageProbe images(PullSourcePlanner planner) {
        return new PlannedProbe(planner, sources);
    }

    @Override
    public void close() {
        registries.close();
    }
}
