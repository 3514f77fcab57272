package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over the wire, without a wire.
class HttpConnectionTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private String statusLine = "HTTP/1.1 200 OK";

    private HttpConnection connection(Endpoint endpoint) throws Exception {
        Socket socket = new Socket() {
            @Override
            public InputStream getInputStream() {
                String answer = statusLine + "\r\nContent-Length: 0\r\n\r\n";
                return new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public OutputStream getOutputStream() {
                return sent;
            }
        };
        WireSocket wire = new WireSocket(socket, Duration.ofHours(1));
        return new HttpConnection(
                new Route(endpoint, true, false), wire, wire.input(), Optional.empty(), Duration.ofHours(1));
    }

    private String request(HttpCall call, Endpoint endpoint) throws Exception {
        connection(endpoint).exchange(call, "test");
        return sent.toString(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://registry.example:5000/v2/, GET /v2/ HTTP/1.1",
        "https://registry.example:5000/v2/a%2Fb?n=1&m=%20, GET /v2/a%2Fb?n=1&m=%20 HTTP/1.1",
        "https://registry.example:5000?service=x, GET /?service=x HTTP/1.1",
        "https://registry.example:5000, GET / HTTP/1.1",
    })
    void asksForThePathAndWhatFollowsIt(String url, String line) throws Exception {
        String request = request(HttpCall.get(Url.of(URI.create(url))), new Endpoint(true, "registry.example", 5000));

        assertEquals(line, request.lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK, 200, HTTP/1.1",
        "HTTP/1.1 200 Fine, 200, HTTP/1.1",
        "HTTP/1.1 200, 200, HTTP/1.1",
        "HTTP/1.0 200 OK, 200, HTTP/1.0",
        "HTTP/1.1 206 Partial Content, 206, HTTP/1.1",
        "HTTP/1.1 404 Not Found, 404, HTTP/1.1",
    })
    void readsTheStatus(String line, int status, String version) throws Exception {
        statusLine = line;

        ClassicHttpResponse response = exchange(HttpCall.get(Url.of(URI.create("https://a.example/"))));

        assertEquals(status, response.getCode());
        assertEquals(version, response.getVersion().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 2000 OK", "HTTP/1.1 200OK", "HTTP/1.1200 OK", "ICY 200 OK"})
    void whatIsNoStatusIsRefused(String line) {
        statusLine = line;

        assertThrows(ProtocolException.class, () -> exchange(HttpCall.get(Url.of(URI.create("https://a.example/")))));
    }

    @Test
    void anEndlessHeadIsRefused() {
        statusLine = "HTTP/1.1 200 OK" + "\r\nX: y".repeat(200);

        assertThrows(
                MessageConstraintException.class,
                () -> exchange(HttpCall.get(Url.of(URI.create("https://a.example/")))));
    }

    private ClassicHttpResponse exchange(HttpCall call) throws Exception {
        return connection(new Endpoint(true, "a.example", 443)).exchange(call, "test");
    }

    @ParameterizedTest
    @CsvSource({
        "false, registry.example, false",
        "false, 10.0.0.1, false",
        "true, registry.example, true",
        "false, localhost, true",
        "false, 127.0.0.1, true",
    })
    void credentialsGoOverTlsOrToThisMachineOnly(boolean tls, String host, boolean shown) throws Exception {
        HttpCall call = HttpCall.get(Url.of(URI.create("https://" + host + ":5000/v2/")))
                .authorized(Optional.of("Basic x"));

        String request = request(call, new Endpoint(tls, host, 5000));
        assertEquals(shown, request.contains("Authorization: Basic x\r\n"), request);
    }

    @Test
    void aFormGoesOverTlsOrNotAtAll() throws Exception {
        HttpCall call = HttpCall.post(Url.of(URI.create("https://auth.example/token")), "refresh_token=secret");

        assertThrows(PlainSecretException.class, () -> request(call, new Endpoint(false, "auth.example", 80)));
        assertEquals(0, sent.size());
        String request = request(call, new Endpoint(true, "auth.example", 443));
        assertTrue(request.endsWith("\r\n\r\nrefresh_token=secret"), request);
        assertTrue(request.startsWith("POST /token HTTP/1.1\r\nHost: auth.example\r\n"), request);
    }

    @Test
    void aHeaderFieldIsOneLine() throws Exception {
        HttpCall call = HttpCall.get(Url.of(URI.create("https://a.example/")));

        assertThrows(IllegalArgumentException.class, () -> call.with("X", "a\r\nY: b"));
        assertFalse(call.authorized(Optional.of("Basic x")).toString().contains("Basic"));
    }
}
