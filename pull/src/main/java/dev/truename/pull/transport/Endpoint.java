package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where connections go: an origin in the web's sense (RFC 6454). Credentials never leave one for another.
///
/// @param tls whether it speaks TLS
/// @param host in lower case; IPv6 addresses in brackets
/// @param port 1 to 65535
public record Endpoint(boolean tls, String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public Endpoint {
        host = requireNonNull(host).toLowerCase(Locale.ROOT);
    }

    /// The endpoint that a URL names.
    ///
    /// @throws PullException as `Malformed` if it is neither http nor https, or has no host
    public static Endpoint of(URI uri) throws PullException {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (host == null || (!tls && !"http".equalsIgnoreCase(uri.getScheme()))) {
            throw new PullException(new PullFailure.Malformed(Shown.url(uri), "this is not an http or https URL"));
        }
        return new Endpoint(tls, host, uri.getPort() > 0 ? uri.getPort() : defaultPort(tls));
    }

    private static int defaultPort(boolean tls) {
        return tls ? HTTPS_PORT : HTTP_PORT;
    }

    /// The same host without TLS; a default port becomes http's default port.
    Endpoint plain() {
        return new Endpoint(false, host, port == HTTPS_PORT ? HTTP_PORT : port);
    }

    /// Whether what is sent there leaves the machine only if its own name service lies.
    public boolean loopback() {
        return Addresses.isLoopback(host);
    }

    /// Whether secrets may be sent there: over TLS, or to this machine.
    public boolean mayCarrySecrets() {
        return tls || loopback();
    }

    // By hand, see docs/decisions/0013.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint that && tls == that.tls && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /// `host`, or `host:port` where the port is not the scheme's default.
    public String authority() {
        return port == defaultPort(tls) ? host : host + ":" + port;
    }

    /// The host as name services and sockets take it.
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority();
    }
}
