package dev.truename.cri.status;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.SampleEvents;
import dev.truename.cri.proxy.ProxyBackend;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeExtras;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reload.Rejection;
import dev.truename.names.reload.ReloadStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a service tells of itself over its socket; its runtime is away.
@Timeout(60)
class StateServiceTest {
    private static final NodeSnapshot SNAPSHOT = NodeSnapshot.of("0123456789ab", RegistriesConfiguration.EMPTY);

    @TempDir
    private Path folder;

    private final AtomicReference<ReloadStatus> configuration = new AtomicReference<>(SampleEvents.status());
    private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.READY);

    private StateReport report() throws IOException, NoStateException {
        Path socket = folder.resolve("t.sock");
        StateService service = new StateService(
                () -> new NodeState(
                        "1.2.3",
                        SampleEvents.START.minusSeconds(3700),
                        socket,
                        Optional.of("/run/runtime.sock"),
                        Optional.of("127.0.0.1:9470"),
                        requireNonNull(readiness.get()),
                        requireNonNull(configuration.get()),
                        2,
                        1),
                Clock.fixed(SampleEvents.START.plusSeconds(90), ZoneOffset.UTC));
        try (NodeServer server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(socket)),
                NodeServerSettings.DEFAULT,
                new ProxyBackend(folder.resolve("away.sock"), NodeListener.NONE),
                () -> SNAPSHOT,
                NodeListener.NONE,
                new NodeExtras(List.of(service), List.of()))) {
            return StateReport.ask(server.path(), Duration.ofSeconds(30));
        }
    }

    @Test
    @DisplayName("for people")
    void text() throws Exception {
        assertEquals(
                List.of(
                        "truename 1.2.3 at " + folder.resolve("t.sock") + ": ready",
                        "up for 1 h 3 min, images are kept by /run/runtime.sock",
                        "metrics: 127.0.0.1:9470",
                        "pulls: 2 under way, 1 waiting",
                        "configuration 0123456789ab: in force for 1 min 30 s, number 3 since the start",
                        "  mode permissive, 0 aliases, search registries: none"),
                report().lines());
    }

    @Test
    @DisplayName("a rejected configuration with file and line, and what is missing")
    void rejected() throws Exception {
        readiness.set(new Readiness(List.of("what keeps the images does not answer: away")));
        configuration.set(new ReloadStatus(
                SampleEvents.status().snapshot(),
                Optional.of(new Rejection(List.of(SampleEvents.finding(3)), SampleEvents.START)),
                1,
                SampleEvents.START,
                Optional.of("too many watches")));
        StateReport report = report();
        assertFalse(report.ready());
        assertTrue(report.rejected());
        List<String> lines = report.lines();
        assertTrue(lines.contains("  missing: what keeps the images does not answer: away"), lines::toString);
        assertTrue(lines.contains("changes are seen only once a minute: too many watches"), lines::toString);
        assertEquals(
                "  /etc/containers/registries.conf.d/10-app.conf:3: \"no\" is no repository (write registry/repository)",
                lines.getLast());
        var error = JsonParser.parseString(report.json())
                .getAsJsonObject()
                .getAsJsonObject("configuration")
                .getAsJsonObject("rejected")
                .getAsJsonArray("errors")
                .get(0)
                .getAsJsonObject();
        assertEquals(3, error.get("line").getAsInt());
        assertEquals("alias-target", error.get("rule").getAsString());
    }

    @Test
    @DisplayName("where nobody listens, that is told at once")
    void nobody() {
        NoStateException failure = assertThrows(
                NoStateException.class, () -> StateReport.ask(folder.resolve("no.sock"), Duration.ofSeconds(30)));
        assertFalse(failure.isOther());
        assertTrue(requireNonNull(failure.getMessage()).contains("No such file"), failure::getMessage);
    }

    @Test
    @DisplayName("another service is told from none")
    void other() throws IOException {
        try (NodeServer server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                new ProxyBackend(folder.resolve("away.sock"), NodeListener.NONE),
                () -> SNAPSHOT,
                NodeListener.NONE)) {
            NoStateException failure =
                    assertThrows(NoStateException.class, () -> StateReport.ask(server.path(), Duration.ofSeconds(30)));
            assertTrue(failure.isOther());
        }
    }

    @Test
    @DisplayName("not ready while the socket does not serve, or the runtime is away")
    void probe() {
        AtomicBoolean serving = new AtomicBoolean();
        try (ProxyBackend backend = new ProxyBackend(folder.resolve("away.sock"), NodeListener.NONE);
                ReadinessProbe probe = new ReadinessProbe(backend, () -> SNAPSHOT, serving::get)) {
            assertEquals(2, probe.get().missing().size());
            serving.set(true);
            Readiness state = probe.get();
            assertEquals(1, state.missing().size());
            assertTrue(
                    state.missing().getFirst().startsWith("what keeps the images does not answer: UNAVAILABLE"),
                    state::toString);
        }
    }
}
