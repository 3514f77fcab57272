package dev.truename.cri.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.truename.cri.metrics.NodeMetrics;
import dev.truename.cri.status.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/metrics`, `/healthz` and `/readyz`. Sixty-four callers at once; one that is slow is cut off.
///
/// `/healthz` says that the process answers; `/readyz` that it can serve, or in one line each what is missing (503).
public final class MonitorServer implements AutoCloseable {
    private static final int WAITING = 16;
    private static final String PLAIN = "text/plain; charset=utf-8";

    static {
        // The JDK's server reads them once, when it is first used. In seconds; and connections.
        setDefault("sun.net.httpserver.maxReqTime", "10");
        setDefault("sun.net.httpserver.maxRspTime", "30");
        setDefault("sun.net.httpserver.idleInterval", "30");
        setDefault("jdk.httpserver.maxConnections", "64");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final NodeMetrics metrics;
    private final Supplier<Readiness> readiness;

    private MonitorServer(MonitorAddress address, NodeMetrics metrics, Supplier<Readiness> readiness)
            throws IOException {
        this.metrics = metrics;
        this.readiness = readiness;
        this.server = HttpServer.create(address.socket(), WAITING);
        this.threads = Executors.newVirtualThreadPerTaskExecutor(); // no more than there may be connections
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /// @throws IOException if nothing can listen there
    public static MonitorServer start(MonitorAddress address, NodeMetrics metrics, Supplier<Readiness> readiness)
            throws IOException {
        MonitorServer monitor = new MonitorServer(address, metrics, readiness);
        monitor.server.start();
        return monitor;
    }

    /// Where it listens, with the port that the system gave if none was asked for.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, PLAIN, "only GET\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> metrics(exchange);
                case "/healthz" -> send(exchange, 200, PLAIN, "ok\n");
                case "/readyz" -> ready(exchange);
                default -> send(exchange, 404, PLAIN, "there are /metrics, /healthz and /readyz\n");
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        @Nullable String accept = exchange.getRequestHeaders().getFirst("Accept");
        ByteArrayOutputStream text = new ByteArrayOutputStream(32 << 10);
        String type = metrics.write(accept == null ? "" : accept, text);
        send(exchange, 200, type, text.toByteArray());
    }

    private void ready(HttpExchange exchange) throws IOException {
        Readiness state = readiness.get();
        if (state.ready()) {
            send(exchange, 200, PLAIN, "ready\n");
        } else {
            send(exchange, 503, PLAIN, String.join("\n", state.missing()) + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
