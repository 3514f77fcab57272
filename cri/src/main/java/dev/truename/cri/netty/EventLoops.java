package dev.truename.cri.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The threads that wait for sockets: one is enough, since everything else is done on virtual threads.
public final class EventLoops {
    /// Loggers that warn of what is no mistake: that a unix socket has no keep-alive, and that a caller's
    /// request was too large, which the caller is told. Kept here, for the system forgets loggers that nobody
    /// holds.
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.netty.bootstrap"), Logger.getLogger("io.grpc.netty.NettyServerStream"));

    private EventLoops() {}

    public static EventLoopGroup one() {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }
}
