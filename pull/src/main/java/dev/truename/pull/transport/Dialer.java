package dev.truename.pull.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Makes connections: name look-up, proxy, TCP, TLS.
///
/// Sockets are those of channels, so that interrupting a thread that reads, writes or connects closes its socket and
/// ends the call at once, on platform threads too.
final class Dialer {
    private final TransportSettings settings;
    private final TlsContexts tls;

    Dialer(TransportSettings settings) {
        this.settings = settings;
        this.tls = new TlsContexts(settings.trust());
    }

    HttpConnection dial(Route route) throws IOException {
        while (true) {
            try {
                return dialOnce(route);
            } catch (FewGroupsException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private HttpConnection dialOnce(Route route) throws IOException {
        Endpoint endpoint = route.endpoint();
        if (route.outsideOnly()
                && Addresses.literal(endpoint.host())
                        .filter(Addresses::isInternal)
                        .isPresent()) {
            throw new InternalAddressException(endpoint);
        }
        if (endpoint.tls() && route.verified()) {
            TlsWarmUp.start();
        }
        Optional<Proxy> proxy = settings.proxies().before(endpoint);
        WireSocket wire = proxy.isPresent() ? toProxy(proxy.get()) : tcp(endpoint, route.outsideOnly());
        try {
            if (!endpoint.tls()) {
                return new HttpConnection(route, wire, wire.input(), proxy, settings.idle());
            }
            if (proxy.isPresent()) {
                ProxyTunnel.open(wire, endpoint, proxy.get());
            }
            SSLSocket inside = handshake(wire, endpoint, route.verified());
            return new HttpConnection(route, inside, wire.input(), Optional.empty(), settings.idle());
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /// Whether a host that need not be verified speaks plain HTTP instead of TLS, as far as that can be told cheaply.
    boolean speaksPlain(Route route) {
        Endpoint endpoint = route.endpoint();
        if (settings.proxies().before(endpoint).isPresent() || route.verified() || route.outsideOnly()) {
            return false;
        }
        try (WireSocket socket = tcp(endpoint, false)) {
            return PlainProbe.answersPlain(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private WireSocket toProxy(Proxy proxy) throws IOException {
        WireSocket socket = tcpTo(proxy);
        return proxy.endpoint().tls()
                ? new WireSocket(handshake(socket, proxy.endpoint(), true), settings.idle())
                : socket;
    }

    private WireSocket tcpTo(Proxy proxy) throws ProxyException {
        try {
            return tcp(proxy.endpoint(), false);
        } catch (UnknownHostException e) {
            throw new ProxyException("the name of the proxy " + proxy + " is not known", e);
        } catch (IOException e) {
            throw new ProxyException("the proxy " + proxy + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private SSLSocket handshake(WireSocket wire, Endpoint endpoint, boolean verified) throws IOException {
        try {
            wire.setSoTimeout((int) settings.idle().toMillis());
            wire.buffer();
            return tls.handshake(wire, endpoint, verified);
        } catch (SSLException e) {
            wire.close();
            throw wire.input().beganAsTls() ? e : new NotTlsException(endpoint, e);
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    private WireSocket tcp(Endpoint endpoint, boolean outsideOnly) throws IOException {
        List<InetAddress> addresses = Arrays.asList(InetAddress.getAllByName(endpoint.bareHost()));
        if (outsideOnly && addresses.stream().anyMatch(Addresses::isInternal)) {
            throw new InternalAddressException(endpoint);
        }
        long deadline = System.nanoTime() + settings.connect().toNanos();
        @Nullable IOException first = null;
        for (int i = 0; i < addresses.size() && !Thread.currentThread().isInterrupted(); i++) {
            try {
                Duration left = Duration.ofNanos((deadline - System.nanoTime()) / (addresses.size() - i));
                return connect(new InetSocketAddress(addresses.get(i), endpoint.port()), left);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new SocketTimeoutException("no address of " + endpoint + " answered") : first;
    }

    private WireSocket connect(InetSocketAddress address, Duration timeout) throws IOException {
        Socket socket = SocketChannel.open().socket();
        try {
            socket.connect(address, (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
            socket.setTcpNoDelay(true);
            return new WireSocket(socket, settings.idle());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
