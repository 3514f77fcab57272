package dev.truename.testkit.access;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.FaultInjector;
import dev.truename.testkit.fault.InjectedFault;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.HttpServer;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.log.RequestLog;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A token issuer on a port of its own, with its own log and faults. Every path of it gives tokens.
public final class TokenServer implements AutoCloseable {
    private final RequestLog log = new RequestLog();
    private final FaultInjector faults = new FaultInjector();
    private final TokenIssuer issuer;
    private final HttpServer server;

    private TokenServer(TokenIssuer issuer, @Nullable SSLContext tls) {
        this.issuer = issuer;
        this.server = HttpServer.start(this::handle, tls);
    }

    public static TokenServer start(TokenIssuer issuer) {
        return new TokenServer(requireNonNull(issuer), null);
    }

    public static TokenServer start(TokenIssuer issuer, SSLContext tls) {
        return new TokenServer(requireNonNull(issuer), requireNonNull(tls));
    }

    private Reply handle(Request request) throws IOException {
        return faults.handle(log.record(request), request, issuer);
    }

    /// `127.0.0.1:PORT`
    public String host() {
        return "127.0.0.1:" + server.port();
    }

    /// What a registry tells as its realm: `http://127.0.0.1:PORT/token`.
    public URI realm() {
        return URI.create((server.isSecure() ? "https://" : "http://") + host() + "/token");
    }

    /// Access to a registry by this server's tokens.
    public Access access() {
        return Access.bearer(issuer, realm().toString());
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    public RequestLog log() {
        return log;
    }

    /// How many connections were ever made, those that brought no request included.
    public long acceptedConnections() {
        return server.acceptedConnections();
    }

    public InjectedFault inject(RequestMatcher matcher, Fault fault) {
        return faults.inject(matcher, fault);
    }

    @Override
    public void close() {
        server.close();
    }
}
