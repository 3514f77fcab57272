package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.pull.failure.PullException;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that know few groups for the key exchange.
class KeyExchangeTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    private final AtomicInteger connections = new AtomicInteger();

    @BeforeAll
    static void makeCertificates() throws IOException {
        certificates = TestCertificates.create(folder);
    }

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource({
        "x25519, TLSv1.3, 2",
        "secp256r1, TLSv1.3, 3",
        "secp384r1, TLSv1.3, 3",
        "secp256r1, TLSv1.2, 3",
    })
    @DisplayName("every group is found, and what was found is remembered")
    void anyGroupIsFound(String group, String protocol, int expected) throws IOException {
        TrustSettings trust =
                new TrustSettings(List.of(), Optional.empty(), Optional.of(certificates.authority()), List.of());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SSLServerSocket server = server(group, protocol);
                HttpTransport transport =
                        new HttpTransport(TransportSettings.of("1").with(trust))) {
            threads.execute(() -> serve(server));
            for (int i = 0; i < 2; i++) {
                assertEquals(200, status(transport, server.getLocalPort()));
            }
            assertEquals(expected, connections.get());
        }
    }

    private static int status(HttpTransport transport, int port) throws PullException {
        try (HttpAnswer answer = transport.send(HttpCall.get(Url.of(URI.create("https://localhost:" + port + "/"))))) {
            return answer.status();
        }
    }

    private static SSLServerSocket server(String group, String protocol) throws IOException {
        SSLServerSocket server = (SSLServerSocket) certificates
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        SSLParameters parameters = server.getSSLParameters();
        parameters.setNamedGroups(new String[] {group});
        parameters.setProtocols(new String[] {protocol});
        server.setSSLParameters(parameters);
        return server;
    }

    /// Answers one request on each connection.
    private void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                connections.incrementAndGet();
                socket.startHandshake();
                String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                socket.getInputStream().readNBytes("GET / HTTP/1.1\r\n\r\n".length());
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // the client goes on, or the server was closed
            }
        }
    }
}
