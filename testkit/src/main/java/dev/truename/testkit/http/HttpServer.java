package dev.truename.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 server on a loopback port that the system chooses. One virtual thread a connection.
///
/// After [#close()] no socket of it is open and no thread of it runs.
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel listener;
    private final @Nullable SSLContext tls;
    private final Handler handler;
    private final int port;
    private final AtomicLong accepted = new AtomicLong();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("testkit-http-", 0).factory());
    private volatile boolean closed;

    private HttpServer(ServerSocketChannel listener, @Nullable SSLContext tls, Handler handler) throws IOException {
        this.listener = listener;
        this.tls = tls;
        this.handler = handler;
        this.port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /// Serves at once.
    ///
    /// @param tls for HTTPS; null for plain HTTP
    public static HttpServer start(Handler handler, @Nullable SSLContext tls) {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
            HttpServer server = new HttpServer(listener, tls, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public boolean isSecure() {
        return tls != null;
    }

    /// How many connections were ever accepted, those that brought no request included.
    public long acceptedConnections() {
        return accepted.get();
    }

    private void accept() {
        try {
            while (!closed) {
                SocketChannel channel = listener.accept();
                Connection connection = new Connection(channel, tls, handler, accepted.incrementAndGet());
                start(connection);
            }
        } catch (IOException e) {
            closed = true;
        }
    }

    private void start(Connection connection) throws IOException {
        connections.add(connection);
        try {
            threads.execute(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            connection.abort();
        }
    }

    private void serve(Connection connection) {
        try {
            connection.serve();
        } catch (IOException e) {
            // The client went away, or close() ended the connection: nobody is left to tell.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
            threads.shutdownNow();
            for (Connection connection : connections) {
                connection.abort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.close();
        }
    }
}
