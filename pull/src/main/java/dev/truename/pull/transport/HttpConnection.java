package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultClassicHttpResponseFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;

/// One connection, for one exchange at a time.
final class HttpConnection {
    private static final int MAX_INTERIM = 8;
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_FIELDS = 128;
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(MAX_LINE)
            .setMaxHeaderCount(MAX_FIELDS)
            .setMaxEmptyLineCount(4)
            .build();

    private static final DefaultHttpResponseParserFactory HEADS =
            new DefaultHttpResponseParserFactory(BOUNDS, new StatusLines(), DefaultClassicHttpResponseFactory.INSTANCE);

    private final Route route;
    private final WireInput wire;
    private final Optional<Proxy> plainProxy;
    private final DefaultBHttpClientConnection http;
    private final String authority;
    private final boolean mayCarrySecrets;
    private long idleSince;
    private boolean reused;

    /// @param socket as requests go over it; with TLS, the one inside
    /// @param wire what is counted: the bytes as they come from the network
    /// @param plainProxy the proxy that gets the requests, where there is one and no TLS
    HttpConnection(Route route, Socket socket, WireInput wire, Optional<Proxy> plainProxy, Duration idle)
            throws IOException {
        this.route = route;
        this.wire = wire;
        this.plainProxy = plainProxy;
        this.authority = route.endpoint().authority();
        this.mayCarrySecrets = route.endpoint().mayCarrySecrets();
        this.http = new DefaultBHttpClientConnection(BOUNDS, null, null, null, null, null, HEADS);
        socket.setSoTimeout((int) Math.min(idle.toMillis(), Integer.MAX_VALUE));
        http.bind(socket);
    }

    Route route() {
        return route;
    }

    /// Whether it has served an exchange before: then it may have been closed meanwhile through nobody's fault.
    boolean reused() {
        return reused;
    }

    /// Sends a request and reads the answer's head; the body is still to be read. What is secret goes over TLS or to
    /// this machine only: an `Authorization` is left out otherwise, a form is not sent at all.
    ClassicHttpResponse exchange(HttpCall call, String userAgent) throws IOException, HttpException {
        if (call.form().isPresent() && !mayCarrySecrets) {
            throw new PlainSecretException(route.endpoint());
        }
        wire.restart();
        ClassicHttpRequest request = request(call, userAgent);
        http.sendRequestHeader(request);
        if (request.getEntity() != null) {
            http.sendRequestEntity(request);
        }
        http.flush();
        ClassicHttpResponse response = finalResponse();
        if (canHaveBody(call, response.getCode())) {
            http.receiveResponseEntity(response);
        }
        return response;
    }

    private ClassicHttpRequest request(HttpCall call, String userAgent) {
        BasicClassicHttpRequest request = plainProxy.isPresent()
                ? new BasicClassicHttpRequest(
                        call.method(), call.url().at(route.endpoint()).uri())
                : new BasicClassicHttpRequest(call.method(), null, call.url().target());
        request.setAbsoluteRequestUri(plainProxy.isPresent());
        request.addHeader("Host", authority);
        request.addHeader("User-Agent", userAgent);
        for (HttpCall.Field field : call.fields()) {
            request.addHeader(field.name(), field.value());
        }
        if (mayCarrySecrets && call.authorization().isPresent()) {
            request.addHeader("Authorization", call.authorization().get());
        }
        plainProxy.flatMap(Proxy::authorization).ifPresent(value -> request.addHeader("Proxy-Authorization", value));
        call.form().ifPresent(form -> addForm(request, form));
        return request;
    }

    private static void addForm(BasicClassicHttpRequest request, String form) {
        request.addHeader("Content-Type", ContentType.APPLICATION_FORM_URLENCODED.getMimeType());
        request.addHeader("Content-Length", form.length());
        request.setEntity(new StringEntity(form, US_ASCII));
    }

    private ClassicHttpResponse finalResponse() throws IOException, HttpException {
        for (int i = 0; i < MAX_INTERIM; i++) {
            ClassicHttpResponse response = http.receiveResponseHeader();
            if (response.getCode() >= 200) {
                return response;
            }
        }
        throw new ProtocolException("too many interim answers");
    }

    private static boolean canHaveBody(HttpCall call, int status) {
        return !call.method().equals("HEAD") && status != 204 && status != 304;
    }

    /// Notes that it is idle from now on.
    void rest() {
        idleSince = System.nanoTime();
        reused = true;
    }

    /// Whether it may serve another exchange: it has not been idle for long, and was not closed meanwhile.
    boolean usable(Duration maxIdle, Duration trusted) {
        long idle = System.nanoTime() - idleSince;
        try {
            return idle < trusted.toNanos() || (idle < maxIdle.toNanos() && !http.isStale());
        } catch (IOException e) {
            return false;
        }
    }

    /// Closes it at once, whatever is still to come.
    void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
