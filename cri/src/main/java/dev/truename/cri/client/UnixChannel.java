package dev.truename.cri.client;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.netty.EventLoops;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A gRPC channel to a unix socket. Connects when it is first used, and again when it has lost its connection.
public final class UnixChannel implements AutoCloseable {
    private static final int SHUTDOWN_SECONDS = 5;

    /// Services tell causes at length, in a header.
    private static final int HEADER_BYTES = 1 << 20;

    private final EventLoopGroup loops = EventLoops.one();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ManagedChannel channel;

    private UnixChannel(Path socket, int messageBytes) {
        this.channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioDomainSocketChannel.class)
                .eventLoopGroup(loops)
                .executor(threads)
                .overrideAuthority("localhost") // a path is no valid one
                .usePlaintext()
                .maxInboundMessageSize(messageBytes)
                .maxInboundMetadataSize(HEADER_BYTES)
                .build();
    }

    /// @param messageBytes the largest answer
    public static UnixChannel to(Path socket, int messageBytes) {
        return new UnixChannel(requireNonNull(socket), messageBytes);
    }

    public ManagedChannel channel() {
        return channel;
    }

    /// Ends the calls that are under way, and the connection.
    @Override
    public void close() {
        channel.shutdownNow();
        threads.shutdown();
        var _ = loops.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}
