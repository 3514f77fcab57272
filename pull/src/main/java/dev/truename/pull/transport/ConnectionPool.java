package dev.truename.pull.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Connections that wait for another exchange. How many are open at once is for callers to limit; how many wait is
/// limited here.
final class ConnectionPool {
    private static final int MAX_IDLE_EACH = 32;
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);
    /// Younger ones are used without a look: most servers wait longer, and a break is mended by a second try.
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final Map<Route, Deque<HttpConnection>> idle = new HashMap<>();
    private boolean closed;

    /// One that still works, if there is one; it is the caller's until given back.
    Optional<HttpConnection> take(Route route) {
        for (HttpConnection next = last(route); next != null; next = last(route)) {
            if (next.usable(MAX_IDLE, TRUSTED)) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    /// The one that was given back last.
    private synchronized @Nullable HttpConnection last(Route route) {
        Deque<HttpConnection> waiting = idle.get(route);
        return waiting == null ? null : waiting.pollFirst();
    }

    void giveBack(HttpConnection connection) {
        connection.rest();
        if (!keep(connection)) {
            connection.close();
        }
    }

    private synchronized boolean keep(HttpConnection connection) {
        Deque<HttpConnection> waiting = idle.computeIfAbsent(connection.route(), route -> new ArrayDeque<>());
        boolean kept = !closed && waiting.size() < MAX_IDLE_EACH;
        if (kept) {
            waiting.addFirst(connection);
        }
        return kept;
    }

    synchronized void close() {
        closed = true;
        idle.values().forEach(waiting -> waiting.forEach(HttpConnection::close));
        idle.clear();
    }
}
