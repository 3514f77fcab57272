package dev.truename.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// A loopback port at which every connection is refused, until it is closed: bound, so that nobody else gets it, and
/// never listening.
public final class ClosedPort implements AutoCloseable {
    private final SocketChannel socket;
    private final int port;

    private ClosedPort(SocketChannel socket) throws IOException {
        this.socket = socket;
        this.port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
    }

    public static ClosedPort reserve() {
        try {
            SocketChannel socket = SocketChannel.open();
            return new ClosedPort(
                    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `127.0.0.1:PORT`
    public String host() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
