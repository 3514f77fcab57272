package dev.truename.cri.server;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.netty.EventLoops;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The node service's server, from the moment when it answers until it is closed.
public final class NodeServer implements AutoCloseable {
    /// Clients that look more often whether the connection lives are cut off.
    private static final int KEEP_ALIVE_SECONDS = 10;

    /// How long those that were told to end at once may take.
    private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

    private final ListeningSocket socket;
    private final NodeServerSettings settings;
    private final ImageBackend backend;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventLoopGroup loops = EventLoops.one();
    private final Server server;

    private NodeServer(
            ListeningSocket socket,
            NodeServerSettings settings,
            ImageBackend backend,
            Supplier<NodeSnapshot> snapshots,
            NodeListener listener,
            NodeExtras extras)
            throws IOException {
        this.socket = socket;
        this.settings = settings;
        this.backend = backend;
        Calls calls = new Calls(snapshots, listener, threads, settings.callsAtOnce());
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        socket.channel().getLocalAddress())
                .channelFactory(() -> new AcceptedChannels(socket))
                .bossEventLoopGroup(loops)
                .workerEventLoopGroup(loops)
                .directExecutor() // to read a call is quick, and it is handed to a thread once
                .maxInboundMessageSize(settings.requestBytes())
                .maxConcurrentCallsPerConnection(settings.callsPerConnection())
                .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .intercept(new HeadersInterceptor())
                .addService(new ImageServiceHandler(backend, calls))
                .addService(new RuntimeServiceHandler(backend, calls))
                .fallbackHandlerRegistry(new OtherRuntimeCalls());
        extras.services().forEach(builder::addService);
        extras.interceptors().forEach(builder::intercept); // the one added last is asked first
        this.server = builder.build();
    }

    /// Starts to answer. Socket and backend are the server's from then on, and closed with it; if it does not
    /// start, they are not.
    ///
    /// @param snapshots the configuration of the moment; asked once a call
    public static NodeServer start(
            ListeningSocket socket,
            NodeServerSettings settings,
            ImageBackend backend,
            Supplier<NodeSnapshot> snapshots,
            NodeListener listener)
            throws IOException {
        return start(socket, settings, backend, snapshots, listener, NodeExtras.NONE);
    }

    /// The same, with what is served and done beside it.
    public static NodeServer start(
            ListeningSocket socket,
            NodeServerSettings settings,
            ImageBackend backend,
            Supplier<NodeSnapshot> snapshots,
            NodeListener listener,
            NodeExtras extras)
            throws IOException {
        NodeServer node = new NodeServer(socket, settings, backend, snapshots, listener, extras);
        try {
            node.server.start();
            return node;
        } catch (IOException e) {
            node.release();
            throw e;
        }
    }

    /// Keeps what the caller sent for [Calls].
    private static final class HeadersInterceptor implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Context context = Context.current().withValue(Calls.HEADERS, headers);
            return Contexts.interceptCall(context, call, headers, next);
        }
    }

    public Path path() {
        return socket.path();
    }

    /// Takes no more calls, lets those that are under way go on for the grace time, and ends. A thread that is
    /// interrupted meanwhile waits no longer.
    @Override
    public void close() {
        server.shutdown();
        socket.close();
        if (!ended(settings.grace())) {
            server.shutdownNow();
            boolean _ = ended(LAST_MOMENT);
        }
        backend.close();
        release();
    }

    private boolean ended(Duration time) {
        try {
            return server.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void release() {
        threads.shutdown();
        var _ = loops.shutdownGracefully(0, LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
