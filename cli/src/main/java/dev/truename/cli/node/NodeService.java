package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeExtras;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketException;
import dev.truename.cri.server.SocketPlace;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.reload.ReloadSettings;
import dev.truename.names.reload.Reloader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The node service of one process, from its options to its end.
final class NodeService {
    private NodeService() {}

    /// Serves until the process is told to end, or its thread is interrupted.
    static ExitCode run(Arguments arguments, Context context) throws CommandException {
        NodeServerSettings settings = NodeServerSettings.DEFAULT.withGrace(
                Values.duration(arguments, ServeOptions.GRACE, NodeServerSettings.DEFAULT.grace()));
        try (Watch watch = Watch.of(arguments, context);
                Reloader reloader = reloader(arguments, context, watch)) {
            boolean _ = Signals.onHangUp(reloader::reload); // whoever sees it answer may send one
            NodeServer server = start(arguments, context, settings, reloader, watch);
            watch.serving(server.path());
            serve(server, watch);
            return ExitCode.DONE;
        }
    }

    private static Reloader reloader(Arguments arguments, Context context, Watch watch) throws CommandException {
        try {
            return Reloader.start(
                    ConfigurationLoading.sources(arguments, context), ReloadSettings.DEFAULT, watch.reloads());
        } catch (ConfigurationException e) {
            throw ConfigurationLoading.failure(e);
        }
    }

    private static NodeServer start(
            Arguments arguments, Context context, NodeServerSettings settings, Reloader reloader, Watch watch)
            throws CommandException {
        Watch.Listening listening = watch.listen(reloader);
        ImageBackend backend = Backends.open(arguments, context, listening.listener());
        @Nullable ListeningSocket socket = null;
        try {
            socket = socket(arguments);
            Snapshots snapshots = new Snapshots(reloader);
            NodeExtras extras = watch.extras(listening, reloader, backend, snapshots, socket.path());
            return NodeServer.start(socket, settings, backend, snapshots, listening.listener(), extras);
        } catch (IOException e) {
            release(socket, backend);
            throw failed(e);
        } catch (CommandException e) {
            release(socket, backend);
            throw e;
        }
    }

    private static void release(@Nullable ListeningSocket socket, ImageBackend backend) {
        if (socket != null) {
            socket.close();
        }
        backend.close();
    }

    private static ListeningSocket socket(Arguments arguments) throws CommandException, SocketException {
        Optional<Path> named = ConfigurationLoading.path(arguments, ServeOptions.SOCKET);
        Optional<ListeningSocket> inherited = ListeningSocket.inherited();
        if (inherited.isPresent()) {
            if (named.isPresent()) {
                throw Values.usage(
                        "standard input is a socket already, at "
                                + inherited.get().path(),
                        "Leave --socket away where systemd opens the socket.");
            }
            if (arguments.has(ServeOptions.SOCKET_GROUP)) {
                throw Values.usage(
                        "--socket-group has no effect on the socket that is standard input, at "
                                + inherited.get().path(),
                        "Where systemd opens the socket, write SocketGroup= in its unit.");
            }
            return inherited.get();
        }
        return ListeningSocket.bind(new SocketPlace(
                named.orElse(Path.of(ServeOptions.DEFAULT_SOCKET)), arguments.value(ServeOptions.SOCKET_GROUP)));
    }

    private static CommandException failed(IOException e) {
        return new CommandException(ExitCode.FAILURE, "socket", String.valueOf(e.getMessage()), "");
    }

    /// The server's end is the process's, in good order: it ends with 0, and not as the signal would end it.
    private static void serve(NodeServer server, Watch watch) {
        CountDownLatch end = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    watch.ending();
                    server.close();
                    watch.close();
                    Runtime.getRuntime().halt(ExitCode.DONE.code());
                },
                "end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            removeHook(hook);
        }
        watch.ending();
        server.close();
    }

    private static void removeHook(Thread hook) {
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs.
        }
    }
}
