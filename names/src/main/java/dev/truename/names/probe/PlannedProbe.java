package dev.truename.names.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.probe.ProbeAnswer.Asked;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Asks a reference's places in the order of a pull, up to the first that has it: so mirrors count.
///
/// A mirror that lacks an image, or fails, decides nothing where the registry itself may be asked; and a registry that
/// fails is never taken for one that has no such image.
public final class PlannedProbe implements ImageProbe {
    private final PullSourcePlanner planner;
    private final SourceProbe sources;

    public PlannedProbe(PullSourcePlanner planner, SourceProbe sources) {
        this.planner = requireNonNull(planner);
        this.sources = requireNonNull(sources);
    }

    @Override
    public ProbeAnswer ask(Qualified reference) {
        PullPlan plan = planner.plan(reference.withDefaultTag());
        if (plan.blocked()) {
            return new ProbeAnswer.Blocked(because(plan.unused()));
        }
        List<Asked> asked = new ArrayList<>();
        for (PullSource source : plan.sources()) {
            SourceAnswer answer = sources.image(source);
            if (answer instanceof SourceAnswer.Present(var digest) && digest.isPresent()) {
                return new ProbeAnswer.Present(digest.get(), source, asked);
            }
            asked.add(new Asked(source, answer));
            if (answer instanceof SourceAnswer.Failed(var kind, var _) && kind == FailureKind.INTERRUPTED) {
                break;
            }
        }
        return conclusion(asked);
    }

    private static Optional<Origin> because(List<UnusedSource> unused) {
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of(unused.getLast().because());
    }

    private static ProbeAnswer conclusion(List<Asked> asked) {
        List<Asked> counted = counted(asked);
        Optional<SourceAnswer.Failed> telling = counted.stream()
                .map(Asked::answer)
                .filter(SourceAnswer.Failed.class::isInstance)
                .map(SourceAnswer.Failed.class::cast)
                .min(Comparator.comparing(SourceAnswer.Failed::kind));
        return telling.isPresent()
                ? new ProbeAnswer.Failed(telling.get().kind(), telling.get().detail(), asked)
                : new ProbeAnswer.Absent(missing(counted), asked);
    }

    /// Whose word counts: the registry's own, if it was asked; else everybody's.
    private static List<Asked> counted(List<Asked> asked) {
        List<Asked> registry =
                asked.stream().filter(each -> !each.source().mirror()).toList();
        boolean interrupted = asked.getLast().answer() instanceof SourceAnswer.Failed(var kind, var _)
                && kind == FailureKind.INTERRUPTED;
        return registry.isEmpty() || interrupted ? asked : registry;
    }

    private static Missing missing(List<Asked> counted) {
        return counted.getLast().answer() instanceof SourceAnswer.Absent(var missing) ? missing : Missing.IMAGE;
    }
}
