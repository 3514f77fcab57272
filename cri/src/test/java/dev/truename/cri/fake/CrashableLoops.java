package dev.truename.cri.fake;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Waits for sockets, and can break all of them at once. Loops that are shut down may leave some open.
final class CrashableLoops extends MultiThreadIoEventLoopGroup {
    private final List<Channel> channels = new CopyOnWriteArrayList<>();

    CrashableLoops() {
        super(1, NioIoHandler.newFactory());
    }

    @Override
    public ChannelFuture register(Channel channel) {
        channels.add(channel);
        return super.register(channel);
    }

    /// Closes every file as the end of a process does: nothing is said before.
    void crash() {
        var _ = next().submit(() -> channels.forEach(channel -> channel.unsafe().closeForcibly()))
                .syncUninterruptibly();
        var _ = shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
