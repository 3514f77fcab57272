package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.NameJudge;
import dev.truename.cli.names.Verdict;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.pull.FoundImage;
import dev.truename.pull.pull.Lookup;
import dev.truename.pull.pull.LookupOutcome;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.PullSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what a name points at in registries, by the rules of a pull.
final class RemoteInspection implements AutoCloseable {
    private final Verdict verdict;
    private final List<Qualified> candidates;
    private final PullSourcePlanner planner;
    private final Registries registries;

    private RemoteInspection(Arguments arguments, Context context, RegistriesConfiguration configuration)
            throws CommandException {
        this.verdict = new NameJudge(configuration).judge(arguments.operand());
        @Nullable CommandException problem = verdict.problem();
        if (problem != null) {
            throw problem;
        }
        this.candidates = verdict.candidates().stream()
                .map(place -> place.plan().reference())
                .toList();
        this.planner = new PullSourcePlanner(configuration);
        this.registries = Registries.open(arguments, context, configuration, candidates.getFirst());
        verdict.warnings().forEach(context.console()::warn);
    }

    static RemoteInspection open(Arguments arguments, Context context, RegistriesConfiguration configuration)
            throws CommandException {
        return new RemoteInspection(arguments, context, configuration);
    }

    /// The first candidate that there is.
    InspectedImage find() throws CommandException {
        Lookup lookup = new Lookup(planner, registries, PullSettings.SearchFallback.NOT_FOUND);
        return switch (lookup.find(candidates)) {
            case LookupOutcome.Found found -> inspected(found.image());
            case LookupOutcome.Failed failed ->
                throw PullProblems.withFailures(verdict.input(), candidates, new PullOutcome.Failed(failed.failures()));
        };
    }

    private static InspectedImage inspected(FoundImage found) {
        String where = found.source().reference().repository().toString();
        return new InspectedImage(found.reference().toString(), where, found.manifest(), new Remote(found));
    }

    /// Further pieces.
    private record Remote(FoundImage found) implements InspectedImage.Place {
        @Override
        public Manifest manifest(Descriptor descriptor) throws PullException {
            return found.manifest(descriptor);
        }

        @Override
        public byte[] blob(Descriptor blob, int max) throws PullException {
            return found.blob(blob, max);
        }
    }

    @Override
    public void close() {
        registries.close();
    }
}
