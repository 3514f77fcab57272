package dev.truename.pull.transport;

import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Connections that wait for another exchange. How many are open at once is for callers to limit; how many wait is
/// limited here.
final class ConnectionPool {
    private static final int MAX_IDLE_EACH = 32;
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);
    /// Younger ones are used without a look: most servers wait longer, and a break is mended by a second try.
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final Map<Route, Deque<HttpConnection>> idle = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// One that still works, if there is one; it is the caller's until given back.
    Optional<HttpConnection> take(Route route) {
        Deque<HttpConnection> waiting = idle.getOrDefault(route, new ConcurrentLinkedDeque<>());
        for (HttpConnection next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            if (next.usable(MAX_IDLE, TRUSTED)) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    void giveBack(HttpConnection connection) {
        connection.rest();
        Deque<HttpConnection> waiting =
                idle.computeIfAbsent(connection.route(), route -> new ConcurrentLinkedDeque<>());
        if (closed || waiting.size() >= MAX_IDLE_EACH) {
            connection.close();
        } else {
            waiting.addFirst(connection);
        }
    }

    void close() {
        closed = true;
        idle.values().forEach(waiting -> waiting.forEach(HttpConnection::close));
        idle.clear();
    }
}
