package dev.truename.cli.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which cluster is to be read. Knows nothing of how: what reads clusters is not among the libraries of every command.
record ClusterSelection(Optional<Path> kubeconfig, Optional<String> context, Optional<String> namespace) {
    ClusterSelection {
        requireNonNull(kubeconfig);
        requireNonNull(context);
        requireNonNull(namespace);
    }

    /// Nothing if no cluster is wanted.
    static Optional<ClusterSelection> of(Arguments arguments) throws CommandException {
        if (!arguments.has(AuditOptions.CLUSTER)) {
            for (Option option : List.of(AuditOptions.KUBECONFIG, AuditOptions.CONTEXT, AuditOptions.NAMESPACE)) {
                if (arguments.has(option)) {
                    throw AuditChoices.usage(option.longName() + " is for --cluster", "Add --cluster.");
                }
            }
            return Optional.empty();
        }
        return Optional.of(new ClusterSelection(
                ConfigurationLoading.path(arguments, AuditOptions.KUBECONFIG),
                arguments.value(AuditOptions.CONTEXT),
                arguments.value(AuditOptions.NAMESPACE)));
    }
}
