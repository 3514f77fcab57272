package dev.truename.cri.own;

import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A node service with a store of its own, a client of it, two registries, and all that it tells.
final class Served implements AutoCloseable {
    final TestRegistry first = TestRegistry.start();
    final TestRegistry second = TestRegistry.start();
    final BlockingQueue<NodeEvent> events = new LinkedBlockingQueue<>();
    final CriClient client;
    final OwnStore store;

    private final Path folder;
    private final NodeServer server;
    private volatile NodeSnapshot snapshot;

    Served(Path folder, OwnStores settings) throws IOException {
        this.folder = folder;
        this.snapshot = configured("");
        this.store = settings.open(folder.resolve("store"), events::add);
        this.server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                store,
                () -> snapshot,
                events::add);
        this.client = CriClient.to(server.path());
    }

    Path folder() {
        return folder;
    }

    /// The configuration of the calls to come.
    void configure(String toml) {
        snapshot = configured(toml);
    }

    private NodeSnapshot configured(String toml) {
        StringBuilder tables = new StringBuilder(toml).append('\n');
        for (TestRegistry registry : List.of(first, second)) {
            tables.append("[[registry]]\nlocation = \"").append(registry.host()).append("\"\ninsecure = true\n");
        }
        return Configured.by(folder, tables.toString());
    }

    /// Waits until something has happened.
    <E extends NodeEvent> E await(Class<E> kind, Predicate<E> wanted) throws InterruptedException {
        while (true) {
            NodeEvent event = events.poll(60, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no " + kind.getSimpleName());
            }
            if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
                return kind.cast(event);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        first.close();
        second.close();
    }
}
