package dev.truename.names.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With real files: what is in force after which change.
class ReloaderTest {
    private static final String MAIN = "etc/containers/registries.conf";
    private static final String DROP_IN = "etc/containers/registries.conf.d/10-app.conf";
    private static final String FOLDER = "etc/containers/registries.conf.d";

    @TempDir
    Path root;

    ReloadHost host;

    @BeforeEach
    void host() {
        host = new ReloadHost(root);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @DisplayName("the first load is told, and is the first snapshot")
    void first() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        assertEquals("one", ReloadHost.app(reloader.get()));
        assertEquals(1, reloader.get().sequence());
        var loaded = assertInstanceOf(ReloadEvent.Loaded.class, host.event());
        assertEquals(ReloadEvent.Trigger.START, loaded.trigger());
        assertSame(reloader.get(), loaded.snapshot());
    }

    @Test
    @DisplayName("with no good snapshot to keep, a bad file stops the start, and every mistake is told")
    void badStart() throws Exception {
        host.app(MAIN, "One").file(DROP_IN, "unqualified-search-registries = 1\n");
        ConfigurationException failure = assertThrows(ConfigurationException.class, host::start);
        assertEquals(
                List.of(host.path(MAIN) + ":2", host.path(DROP_IN) + ":1"),
                failure.errors().stream().map(Finding::place).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MAIN,
                DROP_IN,
                "usr/containers/registries.conf.d/10-app.conf",
                "etc/containers/registries.rootful.conf.d/a.conf",
                "home/.config/containers/registries.conf",
                "var/containers/short-name-aliases.conf"
            })
    @DisplayName("a file that appears is in force, though none of its folders was there; replaced and removed, too")
    void appears(String file) throws Exception {
        Reloader reloader = host.start();
        host.app(file, "one");
        host.awaitApp("one");
        host.app(file, "two");
        host.awaitApp("two");
        Files.delete(host.path(file));
        host.awaitApp("");
        assertEquals(4, reloader.get().sequence());
    }

    @Test
    @DisplayName("a drop-in counts from when it is renamed to what counts, and until it is renamed again")
    void renamed() throws Exception {
        host.app(DROP_IN, "one").app(FOLDER + "/20-app.off", "two").start();
        host.awaitApp("one");
        Files.move(host.path(FOLDER + "/20-app.off"), host.path(FOLDER + "/20-app.conf"));
        host.awaitApp("two");
        Files.move(host.path(FOLDER + "/20-app.conf"), host.path(FOLDER + "/20-app.off"));
        host.awaitApp("one");
    }

    @Test
    @DisplayName("the same bytes under another name are told: origins name the file")
    void sameBytes() throws Exception {
        host.app(DROP_IN, "one").start();
        Snapshot before = host.awaitApp("one");
        Files.move(host.path(DROP_IN), host.path(FOLDER + "/11-app.conf"));
        Snapshot after = host.awaitApp("one");
        assertEquals(before.id(), after.id());
        assertEquals(
                host.path(FOLDER + "/11-app.conf"),
                after.configuration().alias("app").orElseThrow().origin().file());
    }

    @Test
    @DisplayName("a mounted ConfigMap: all files change at once when the link behind them is swapped")
    void configMap() throws Exception {
        host.app("etc/containers/registries.conf.d/..1/app.conf", "one");
        Files.createSymbolicLink(host.path(FOLDER + "/..data"), Path.of("..1"));
        Files.createSymbolicLink(host.path(FOLDER + "/app.conf"), Path.of("..data/app.conf"));
        host.start();
        host.awaitApp("one");
        host.app(FOLDER + "/..2/app.conf", "two");
        swap(FOLDER + "/..data", "..2");
        host.awaitApp("two");
    }

    private void swap(String link, String target) throws IOException {
        Path fresh = host.path(link + ".tmp");
        Files.createSymbolicLink(fresh, Path.of(target));
        Files.move(fresh, host.path(link), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    @DisplayName("links out of the folders are followed, to where the file really changes")
    void linkedElsewhere() throws Exception {
        host.app("opt/real/app.conf", "one");
        Files.createDirectories(host.path(FOLDER));
        Files.createSymbolicLink(host.path(FOLDER + "/app.conf"), host.path("opt/real/app.conf"));
        host.start();
        host.awaitApp("one");
        host.app("opt/real/app.conf", "two");
        host.awaitApp("two");
    }

    @Test
    @DisplayName("a drop-in folder that is a link, or is replaced whole, is another folder from then on")
    void folderReplaced() throws Exception {
        host.app("opt/one/app.conf", "one").app("opt/two/app.conf", "two");
        Files.createDirectories(host.path("etc/containers"));
        Files.createSymbolicLink(host.path(FOLDER), host.path("opt/one"));
        host.start();
        host.awaitApp("one");
        swap(FOLDER, host.path("opt/two").toString());
        host.awaitApp("two");
        host.app("opt/two/app.conf", "three");
        host.awaitApp("three");

        host.app("opt/four/registries.conf.d/app.conf", "four");
        Files.move(host.path("etc/containers"), host.path("opt/old"));
        Files.move(host.path("opt/four"), host.path("etc/containers"));
        host.awaitApp("four");
        host.app(DROP_IN, "five").app(FOLDER + "/app.conf", "six");
        host.awaitApp("six");
    }

    @Test
    @DisplayName("a bad file keeps the last good snapshot and is told with its line; mended, it is in force")
    void badFile() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        Snapshot good = host.awaitApp("one");
        host.app(MAIN, "two").file(DROP_IN, "[aliases]\n\"app\" = \"registry.example/three\"\n\"b\" = \"no\"\n");
        var rejected = assertInstanceOf(ReloadEvent.Rejected.class, host.event());
        assertEquals(host.path(DROP_IN) + ":3", rejected.errors().getFirst().place());
        assertSame(good, rejected.kept());
        assertSame(good, reloader.get());
        assertEquals(1, reloader.status().failures());
        assertEquals(
                rejected.errors(), reloader.status().rejection().orElseThrow().errors());

        host.app(DROP_IN, "three");
        Snapshot mended = host.awaitApp("three");
        assertNotEquals(good.id(), mended.id());
        assertTrue(reloader.status().rejection().isEmpty());
        assertEquals(1, reloader.status().failures());
    }

    @Test
    @DisplayName("back to what was in force, that is told as unchanged")
    void mendedBack() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        Snapshot good = host.awaitApp("one");
        host.file(DROP_IN, "nonsense");
        assertInstanceOf(ReloadEvent.Rejected.class, host.event());
        host.app(DROP_IN, "one");
        assertSame(
                good,
                assertInstanceOf(ReloadEvent.Unchanged.class, host.event()).snapshot());
        assertTrue(reloader.status().rejection().isEmpty());
    }

    @Test
    @DisplayName("what stays bad is told once, and again to who asks")
    void badOnce() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        host.awaitApp("one");
        host.file(DROP_IN, "nonsense");
        assertInstanceOf(ReloadEvent.Rejected.class, host.event());
        Files.setLastModifiedTime(host.path(DROP_IN), FileTime.fromMillis(0));
        host.file(FOLDER + "/99-other.txt", "does not count");
        ReloadStatus status = reloader.reload();
        assertEquals(
                ReloadEvent.Trigger.REQUEST,
                assertInstanceOf(ReloadEvent.Rejected.class, host.event()).trigger());
        assertEquals(2, status.failures());
    }

    @Test
    @DisplayName("who asks gets what the files say by then")
    void request() throws Exception {
        Reloader reloader = host.start();
        host.app(DROP_IN, "one");
        assertEquals("one", ReloadHost.app(reloader.reload().snapshot()));
    }

    @Test
    @DisplayName("a file written piece by piece is read once it is whole")
    void halfWritten() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader =
                host.start(new ReloadSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1)));
        host.awaitApp("one");
        for (String piece :
                List.of("[aliases]\n", "\"app\" = \"registry.example/tw", "o\"\n", "\"b\" = \"b.example/b\"\n")) {
            Files.writeString(
                    host.path(DROP_IN),
                    piece,
                    piece.startsWith("[") ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        }
        Snapshot next = assertInstanceOf(ReloadEvent.Loaded.class, host.event()).snapshot();
        assertEquals("two", ReloadHost.app(next));
        assertTrue(next.configuration().alias("b").isPresent());
        assertEquals(2, reloader.get().sequence());
    }

    @Test
    @DisplayName("a file that its writer left half-written is rejected while it is no TOML")
    void leftHalfWritten() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        host.awaitApp("one");
        Files.writeString(host.path(DROP_IN), "[aliases]\n\"app\" = \"registry.exa");
        while (!(host.event() instanceof ReloadEvent.Rejected)) {}
        assertEquals("one", ReloadHost.app(reloader.get()));
    }

    @Test
    @DisplayName("what the system does not tell of is seen by looking: a file that only a policy names")
    void poll() throws Exception {
        host.file("etc/truename/truename.conf", """
                [[layer]]
                owner = "official"
                files = ["@/opt/official.conf"]
                protect = ["app"]
                """.replace("@", root.toString()));
        host.start(new ReloadSettings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(100)));
        host.app("opt/official.conf", "official");
        host.awaitApp("official");
    }

    @Test
    @DisplayName("closed, it is told nothing any more and keeps its last snapshot")
    void closed() throws Exception {
        host.app(DROP_IN, "one");
        Reloader reloader = host.start();
        host.awaitApp("one");
        reloader.close();
        host.app(DROP_IN, "two");
        assertEquals("one", ReloadHost.app(reloader.get()));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("truename-reload") && thread.isAlive()));
        assertTrue(host.events.isEmpty());
    }
}
