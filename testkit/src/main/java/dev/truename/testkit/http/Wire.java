package dev.truename.testkit.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One accepted socket, with TLS over it or not.
final class Wire implements Sink, AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Wire(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    /// Handshakes where there is TLS.
    static Wire open(SocketChannel channel, @Nullable SSLContext tls) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (tls == null) {
            return new Wire(channel, channel.socket());
        }
        InputStream nothingConsumed = InputStream.nullInputStream();
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(channel.socket(), nothingConsumed, true);
        socket.startHandshake();
        return new Wire(channel, socket);
    }

    InputStream in() {
        return in;
    }

    boolean isSecure() {
        return socket instanceof SSLSocket;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void send(FileChannel file, long position, long count) throws IOException {
        long sent = 0;
        while (sent < count) {
            long step = isSecure() ? 0 : file.transferTo(position + sent, count - sent, channel);
            sent += step > 0 ? step : copy(file, position + sent, count - sent);
        }
    }

    /// One buffer's worth by way of memory: for TLS, and where the socket had no room, since this waits until it has.
    private int copy(FileChannel file, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, count));
        int step = file.read(buffer, position);
        if (step < 0) {
            throw new EOFException("the file is shorter than it was");
        }
        out.write(buffer.array(), 0, step);
        return step;
    }

    /// Ends the connection by a TCP reset.
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
