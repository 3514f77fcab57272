package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.image.PullCommand;
import dev.truename.cli.image.RegistryOptions;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;

/// `truename serve`.
public final class ServeCommand implements Command {
    private static final CommandSpec SPEC = CommandSpec.of("serve", "serve images to a kubelet")
            .paragraph("Answers the image calls of the Kubernetes CRI on a unix socket: point the kubelet's"
                    + " `--image-service-endpoint` at it. Names mean what the alias tables, the search registries and"
                    + " the mode say, and a short name that may not be guessed is refused with its candidates, the"
                    + " files and the lines.")
            .paragraph("Images are kept in a store of its own or, with `--upstream`, by another runtime, which then"
                    + " gets full names only. The configuration is read again when one of its files changes, and on"
                    + " SIGHUP; where it cannot be used, the last good one stays in force.")
            .paragraph("Ends in good order on SIGTERM: calls that are under way may go on for a while. Whether it is"
                    + " ready shows the socket, which is there only while it answers; `truename status`; `/readyz` beside"
                    + " the metrics; and systemd is told (`Type=notify`).")
            .paragraph("The log, on standard error, tells of each pull what the name means on whose word, every source"
                    + " that was asked, and what was verified. Traces go where OpenTelemetry's environment variables"
                    + " say (`OTEL_EXPORTER_OTLP_ENDPOINT`), over HTTP; without them none are made.")
            .options(
                    ServeOptions.SOCKET,
                    ServeOptions.SOCKET_GROUP,
                    ServeOptions.UPSTREAM,
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
                    ServeOptions.GRACE,
                    ServeOptions.METRICS,
                    ServeOptions.METRICS_ANYWHERE,
                    ServeOptions.LOG_FORMAT,
                    ServeOptions.LOG_LEVEL,
                    PullCommand.IGNORE_SIGNATURE_POLICY,
                    PullCommand.NO_FSYNC)
            .example("truename serve --root /var/lib/truename", "Serve a store of its own.")
            .example(
                    "truename serve --upstream unix:///run/containerd/containerd.sock",
                    "Give containerd the alias table.")
            .example("crictl --image-endpoint unix://" + ServeOptions.DEFAULT_SOCKET + " pull ubi9", "Pull through it.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("status", "pull", "explain", "config check")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        return NodeService.run(arguments, context);
    }
}
