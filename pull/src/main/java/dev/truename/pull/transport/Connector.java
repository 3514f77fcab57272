package dev.truename.pull.transport;

import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds or makes the connection for a call, and keeps the rule for insecure hosts: TLS first, without verification;
/// plain HTTP only once a host has shown that it does not speak TLS there. What a host showed is remembered for it
/// alone.
final class Connector {
    private final Dialer dialer;
    private final ConnectionPool pool = new ConnectionPool();
    private final Set<Endpoint> speaksTls = ConcurrentHashMap.newKeySet();
    private final Set<Endpoint> speaksPlain = ConcurrentHashMap.newKeySet();

    Connector(Dialer dialer) {
        this.dialer = dialer;
    }

    HttpConnection open(HttpCall call) throws IOException {
        Endpoint endpoint = call.url().endpoint();
        Route route = new Route(endpoint, !call.insecure(), call.outsideOnly());
        if (!call.insecure() || !endpoint.tls()) {
            return pooled(route, call);
        }
        return speaksPlain.contains(endpoint) ? pooled(plain(route), call) : insecure(route, call);
    }

    private HttpConnection insecure(Route route, HttpCall call) throws IOException {
        if (!speaksTls.contains(route.endpoint()) && dialer.speaksPlain(route)) {
            return dialer.dial(plain(route));
        }
        try {
            HttpConnection connection = pooled(route, call);
            speaksTls.add(route.endpoint());
            return connection;
        } catch (NotTlsException | SocketException | ProxyException e) {
            if (speaksTls.contains(route.endpoint()) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return insteadOfTls(plain(route), e);
        }
    }

    private HttpConnection insteadOfTls(Route route, IOException noTls) throws IOException {
        try {
            return dialer.dial(route);
        } catch (IOException e) {
            noTls.addSuppressed(e);
            throw noTls;
        }
    }

    private static Route plain(Route route) {
        return new Route(route.endpoint().plain(), route.verified(), route.outsideOnly());
    }

    /// A POST always gets a new connection: it cannot be sent again if an old one turns out to be closed.
    private HttpConnection pooled(Route route, HttpCall call) throws IOException {
        Optional<HttpConnection> waiting = call.idempotent() ? pool.take(route) : Optional.empty();
        return waiting.isPresent() ? waiting.get() : dialer.dial(route);
    }

    /// Notes that a call was answered over a connection, and so what the host speaks: once for each connection.
    void answered(HttpCall call, HttpConnection connection) {
        Endpoint asked = call.url().endpoint();
        if (!connection.reused()
                && asked.tls()
                && !connection.route().endpoint().tls()) {
            speaksPlain.add(asked);
        }
    }

    void giveBack(HttpConnection connection) {
        pool.giveBack(connection);
    }

    void close() {
        pool.close();
    }
}
