package dev.truename.cli.audit;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.command.Version;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Problem;
import dev.truename.names.workload.Reading;
import dev.truename.rollout.cluster.ClusterChoice;
import dev.truename.rollout.cluster.ClusterException;
import dev.truename.rollout.cluster.ClusterReader;
import java.util.ArrayList;
import java.util.List;

/// What a cluster runs, beside what files name. The one class of the audit that needs the libraries of `lib/cluster`.
final class ClusterInput {
    private ClusterInput() {}

    /// What was read before, and the cluster's workloads.
    static Reading added(Reading before, ClusterSelection selection, Context context) throws CommandException {
        Reading cluster = read(selection, context);
        List<ImageUse> uses = new ArrayList<>(before.uses());
        uses.addAll(cluster.uses());
        List<Problem> problems = new ArrayList<>(before.problems());
        problems.addAll(cluster.problems());
        return new Reading(uses, problems, before.files() + cluster.files());
    }

    private static Reading read(ClusterSelection selection, Context context) throws CommandException {
        ClusterChoice choice = new ClusterChoice(
                selection.kubeconfig(), selection.context(), selection.namespace(), ClusterChoice.DEFAULT_PATIENCE);
        try (Interruption _ = context.interruption().stopping()) {
            return new ClusterReader("truename/" + Version.text()).read(choice).reading();
        } catch (ClusterException e) {
            throw failed(e);
        }
    }

    private static CommandException failed(ClusterException e) {
        return switch (e.kind()) {
            case INTERRUPTED -> CommandException.interrupted();
            case CONFIGURATION -> failed(e, ExitCode.CONFIGURATION);
            case UNREACHABLE -> failed(e, ExitCode.UNREACHABLE);
            case UNAUTHORIZED, FORBIDDEN -> failed(e, ExitCode.CREDENTIALS);
            case MALFORMED -> failed(e, ExitCode.VERIFICATION);
        };
    }

    private static CommandException failed(ClusterException e, ExitCode code) {
        return new CommandException(code, "cluster-" + e.kind().word(), e.message(), e.fix());
    }
}
