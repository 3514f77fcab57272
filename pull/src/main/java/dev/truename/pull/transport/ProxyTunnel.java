package dev.truename.pull.transport;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// Asks a proxy to pass bytes through (RFC 9110, 9.3.6).
final class ProxyTunnel {
    private static final int OK = 200;

    private ProxyTunnel() {}

    /// After it the socket's bytes are those of the endpoint. A server of TLS sends nothing before it is spoken to, so
    /// nothing can have been read ahead.
    static void open(Socket socket, Endpoint endpoint, Proxy proxy) throws IOException {
        DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
        http.bind(socket);
        String authority = endpoint.host() + ":" + endpoint.port();
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", authority);
        request.setPath(authority);
        request.addHeader("Host", authority);
        proxy.authorization().ifPresent(value -> request.addHeader("Proxy-Authorization", value));
        try {
            http.sendRequestHeader(request);
            http.flush();
            ClassicHttpResponse response = http.receiveResponseHeader();
            if (response.getCode() != OK) {
                throw new ProxyException("the proxy " + proxy + " answers " + response.getCode() + " to CONNECT");
            }
        } catch (HttpException e) {
            throw new ProxyException("the proxy " + proxy + " does not speak HTTP");
        }
    }
}
