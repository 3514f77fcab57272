package dev.truename.cri.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.event.SampleEvents;
import dev.truename.cri.metrics.NodeMetrics;
import dev.truename.cri.status.Readiness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Metrics and health, as a caller on loopback sees them.
class MonitorServerTest {
    private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.READY);
    private MonitorServer server;

    @BeforeEach
    void start() throws IOException {
        NodeMetrics metrics = new NodeMetrics(SampleEvents::status, () -> true, "1", Clock.systemUTC());
        server = MonitorServer.start(MonitorAddress.parse("127.0.0.1:0", false), metrics, readiness::get);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// The whole answer to a request, whose connection the server closes.
    private String ask(String request) throws IOException {
        InetSocketAddress address = server.address();
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    @DisplayName("metrics, as OpenMetrics to who asks for it")
    void metrics() throws IOException {
        String open = ask("GET /metrics HTTP/1.1\r\nAccept: application/openmetrics-text;version=1.0.0");
        assertTrue(open.startsWith("HTTP/1.1 200 OK"), open);
        assertTrue(open.contains("application/openmetrics-text"));
        assertTrue(open.endsWith("# EOF\n"));
        String text = ask("GET /metrics HTTP/1.1");
        assertTrue(text.contains("Content-type: text/plain; version=0.0.4"), text.substring(0, 300));
        assertTrue(text.contains("\ntruename_ready 1.0\n"));
    }

    @Test
    @DisplayName("alive as long as it answers, ready only if nothing is missing")
    void health() throws IOException {
        assertTrue(ask("GET /healthz HTTP/1.1").endsWith("\r\n\r\nok\n"));
        assertTrue(ask("GET /readyz HTTP/1.1").endsWith("\r\n\r\nready\n"));
        readiness.set(new Readiness(List.of("the runtime does not answer", "the socket does not serve")));
        String missing = ask("GET /readyz HTTP/1.1");
        assertTrue(missing.startsWith("HTTP/1.1 503"), missing);
        assertTrue(missing.endsWith("the runtime does not answer\nthe socket does not serve\n"));
        assertTrue(ask("GET /healthz HTTP/1.1").startsWith("HTTP/1.1 200"));
    }

    @Test
    @DisplayName("nothing else: other paths and methods are refused")
    void others() throws IOException {
        assertTrue(ask("GET / HTTP/1.1").startsWith("HTTP/1.1 404"));
        assertTrue(ask("GET /metrics/../../etc/passwd HTTP/1.1").startsWith("HTTP/1.1 404"));
        assertTrue(ask("DELETE /metrics HTTP/1.1").startsWith("HTTP/1.1 405"));
        assertTrue(ask("HEAD /metrics HTTP/1.1").endsWith("\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "9470, /127.0.0.1:9470",
        "127.0.0.1:0, /127.0.0.1:0",
        "127.9.9.9:1, /127.9.9.9:1",
        "[::1]:9470, /[0:0:0:0:0:0:0:1]:9470",
        "localhost:9470, localhost/127.0.0.1:9470"
    })
    @DisplayName("a port is on loopback; addresses are numbers")
    void addresses(String text, String expected) {
        assertEquals(expected, MonitorAddress.parse(text, false).socket().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:9470", "[::]:9470", "192.0.2.1:9470"})
    @DisplayName("what other machines reach is refused unless it is asked for")
    void reachable(String text) {
        assertThrows(IllegalArgumentException.class, () -> MonitorAddress.parse(text, false));
        assertEquals(9470, MonitorAddress.parse(text, true).socket().getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "example.com:80", "1.2.3:4:5"})
    @DisplayName("what is no address is told as such")
    void noAddress(String text) {
        assertThrows(IllegalArgumentException.class, () -> MonitorAddress.parse(text, true));
    }
}
