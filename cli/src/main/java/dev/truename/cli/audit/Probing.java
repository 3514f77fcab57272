package dev.truename.cli.audit;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.image.Registries;
import dev.truename.names.audit.Answers;
import dev.truename.names.audit.Auditor;
import dev.truename.names.audit.Survey;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.probe.ImageProbe;
import dev.truename.names.probe.PlannedProbe;
import dev.truename.names.probe.RememberingProbe;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.probe.PacedRequests;
import dev.truename.pull.probe.RegistryProbe;
import java.util.Collection;
import java.util.Set;

/// Asks registries which images there are, each question once, at a bounded rate.
final class Probing {
    /// Nobody counts faster than that, and a registry is not to be flooded by a slip.
    static final int MOST_A_SECOND = 1000;

    private Probing() {}

    static Answers ask(
            Collection<String> images,
            Auditor auditor,
            Arguments arguments,
            Context context,
            RegistriesConfiguration configuration)
            throws CommandException {
        Set<Qualified> questions = Survey.questions(images, auditor);
        try (Registries registries = Registries.paced(arguments, context, configuration, rate(arguments));
                ProbeProgress progress = new ProbeProgress(context.console(), questions.size())) {
            ImageProbe probe = new PlannedProbe(
                    new PullSourcePlanner(configuration),
                    new RememberingProbe(new RegistryProbe(registries, RegistryProbe.DEFAULT_AT_ONCE)));
            return Survey.ask(questions, probe, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted();
        }
    }

    /// Checked before anything is read.
    static int rate(Arguments arguments) throws CommandException {
        String text = arguments.value(AuditOptions.PROBE_RATE).orElse(String.valueOf(PacedRequests.DEFAULT_RATE));
        try {
            int rate = Integer.parseInt(text);
            if (rate >= 1 && rate <= MOST_A_SECOND) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw AuditChoices.usage(
                "\"" + text + "\" is no rate", "Write a number of requests a second, from 1 to " + MOST_A_SECOND + ".");
    }
}
