package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.command.Version;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.http.MonitorAddress;
import dev.truename.cri.http.MonitorServer;
import dev.truename.cri.log.LibraryLog;
import dev.truename.cri.log.Log;
import dev.truename.cri.log.LogLevel;
import dev.truename.cri.log.NodeLog;
import dev.truename.cri.log.ReloadLog;
import dev.truename.cri.metrics.NodeMetrics;
import dev.truename.cri.server.NodeExtras;
import dev.truename.cri.status.NodeState;
import dev.truename.cri.status.ReadinessProbe;
import dev.truename.cri.status.StateService;
import dev.truename.cri.trace.TraceWish;
import dev.truename.cri.trace.Tracing;
import dev.truename.names.reload.ReloadListener;
import dev.truename.names.reload.Reloader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that tells others how a node service does: log, metrics, health, state and traces.
final class Watch implements AutoCloseable {
    private final Instant started = Instant.now();
    private final Log log;
    private final Optional<MonitorAddress> address;
    private final boolean addressAsked;
    private final Optional<String> upstream;
    private final boolean traced;
    private final Optional<ServiceManager> manager;
    private final List<ReloadListener> reloads = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private volatile boolean serving;
    private volatile @Nullable ReadinessProbe probe;
    private @Nullable MonitorServer monitor;

    private Watch(Arguments arguments, Context context) throws CommandException {
        var environment = context.host().get().variables();
        this.log = WatchChoices.log(arguments, context.console(), environment);
        this.address = WatchChoices.metrics(arguments);
        this.addressAsked = arguments.has(ServeOptions.METRICS);
        this.upstream = arguments.value(ServeOptions.UPSTREAM);
        this.traced = TraceWish.in(environment);
        this.manager = ServiceManager.in(environment);
        reloads.add(new ReloadLog(log));
    }

    /// @throws CommandException if an option or variable cannot be followed
    static Watch of(Arguments arguments, Context context) throws CommandException {
        Watch watch = new Watch(arguments, context);
        LibraryLog.install(watch.log);
        return watch;
    }

    ReloadListener reloads() {
        return event -> reloads.forEach(listener -> listener.on(event));
    }

    /// What is told of the service from here on.
    record Listening(NodeListener listener, NodeMetrics metrics, Optional<Tracing> tracing) {}

    Listening listen(Reloader reloader) throws CommandException {
        NodeMetrics metrics = new NodeMetrics(reloader::status, this::isReady, Version.text(), Clock.systemUTC());
        reloads.add(metrics);
        List<NodeListener> listeners = new ArrayList<>(List.of(new NodeLog(log), metrics));
        Optional<Tracing> tracing = traced ? Optional.of(tracing()) : Optional.empty();
        tracing.ifPresent(sending -> {
            toClose.add(sending);
            listeners.add(sending.listener());
        });
        return new Listening(NodeListener.all(listeners), metrics, tracing);
    }

    private static Tracing tracing() throws CommandException {
        try {
            return Tracing.fromEnvironment(Version.text());
        } catch (RuntimeException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "traces",
                    "traces cannot be sent: " + e.getMessage(),
                    "Correct the variables OTEL_..., or set OTEL_SDK_DISABLED=true.");
        }
    }

    private boolean isReady() {
        @Nullable ReadinessProbe asked = probe;
        return asked != null && asked.get().ready();
    }

    /// What the server does beside the CRI; starts to serve metrics and health.
    NodeExtras extras(
            Listening listening, Reloader reloader, ImageBackend backend, Supplier<NodeSnapshot> snapshots, Path socket)
            throws CommandException {
        ReadinessProbe readiness = new ReadinessProbe(backend, snapshots, () -> serving);
        toClose.add(readiness);
        probe = readiness;
        if (address.isPresent()) {
            serve(address.get(), listening.metrics(), readiness);
        }
        Optional<String> metrics = Optional.ofNullable(monitor).map(Watch::url);
        StateService state = new StateService(
                () -> new NodeState(
                        Version.text(),
                        started,
                        socket,
                        upstream,
                        metrics,
                        readiness.get(),
                        reloader.status(),
                        listening.metrics().pullsInFlight(),
                        listening.metrics().pullsWaiting()),
                Clock.systemUTC());
        return new NodeExtras(
                List.of(state),
                listening.tracing().stream().map(Tracing::interceptor).toList());
    }

    /// Where somebody asked for them, they are served or the service does not start; else pulls are worth more.
    private void serve(MonitorAddress where, NodeMetrics metrics, ReadinessProbe readiness) throws CommandException {
        try {
            monitor = MonitorServer.start(where, metrics, readiness);
        } catch (IOException e) {
            String told = "metrics cannot be served at " + text(where.socket()) + ": " + e.getMessage();
            if (addressAsked) {
                throw new CommandException(
                        ExitCode.FAILURE, "metrics", told, "Give another address with --metrics, or off.");
            }
            log.tell(LogLevel.WARNING, "unmonitored", told + "; give another address with --metrics, or off");
        }
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String url(MonitorServer monitor) {
        return "http://" + text(monitor.address()) + "/metrics";
    }

    /// From here on the socket serves.
    void serving(Path socket) {
        serving = true;
        log.tell(LogLevel.INFO, "serving", "serving images on " + socket);
        if (monitor != null) {
            log.tell(LogLevel.INFO, "monitoring", "serving metrics on " + url(monitor));
        }
        tell("READY=1\nSTATUS=serving images on " + socket);
    }

    private void tell(String state) {
        try {
            if (manager.isPresent()) {
                manager.get().tell(state);
            }
        } catch (IOException e) {
            log.tell(
                    LogLevel.WARNING,
                    "untold",
                    "systemd is not told how the service does: " + e.getMessage()
                            + "; a unit of Type=notify waits for that, and needs Type=exec in a drop-in");
        }
    }

    /// From here on it does not.
    void ending() {
        serving = false;
        log.tell(LogLevel.INFO, "ending", "ending; calls that are under way are given time");
        tell("STOPPING=1\nSTATUS=ending; calls that are under way are given time");
    }

    @Override
    public void close() {
        if (monitor != null) {
            monitor.close();
        }
        for (AutoCloseable each : toClose) {
            close(each);
        }
    }

    private void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            log.tell(LogLevel.WARNING, "closing", "not ended in good order: " + e.getMessage());
        }
    }
}
