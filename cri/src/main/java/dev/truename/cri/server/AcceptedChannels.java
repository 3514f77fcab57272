package dev.truename.cri.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.AbstractNioMessageChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives Netty the connections of a unix socket that listens already. Netty's own channel would bind it once
/// more, and delete the file of a socket that may belong to systemd.
final class AcceptedChannels extends AbstractNioMessageChannel implements ServerChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false, 16);

    private final ListeningSocket socket;
    private final ServerSocketChannel listening;
    private final ChannelConfig config;
    private volatile boolean started;
    private volatile boolean closed;

    AcceptedChannels(ListeningSocket socket) {
        super(null, socket.channel(), SelectionKey.OP_ACCEPT);
        this.socket = socket;
        this.listening = socket.channel();
        this.config = new DefaultChannelConfig(this);
    }

    @Override
    protected int doReadMessages(List<Object> connections) throws IOException {
        @Nullable SocketChannel accepted = listening.accept();
        if (accepted == null) {
            return 0;
        }
        connections.add(new NioDomainSocketChannel((Channel) this, accepted));
        return 1;
    }

    @Override
    protected void doBind(SocketAddress address) {
        started = true; // it is bound
    }

    @Override
    public boolean isOpen() {
        return !closed && super.isOpen();
    }

    @Override
    public boolean isActive() {
        return started && isOpen();
    }

    @Override
    protected void doClose() throws Exception {
        closed = true;
        super.doClose();
        socket.stopListening();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        try {
            return listening.getLocalAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return null;
    }

    // What follows only a connection can do. Netty never asks it of a channel that listens, but has it declared here.

    @Override
    protected void doDisconnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean doWriteMessage(Object message, ChannelOutboundBuffer buffer) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean doConnect(SocketAddress remote, SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void doFinishConnect() {
        throw new UnsupportedOperationException();
    }
}
