package dev.truename.names.reload;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.HostEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A host in a temporary folder (`etc`, `usr`, `var`, `home`), whose configuration is followed, and what was told of
/// it.
final class ReloadHost implements AutoCloseable {
    /// Polls so rarely that a test which passes was told by the system.
    static final ReloadSettings WATCHING =
            new ReloadSettings(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofHours(1));

    private static final long PATIENCE_SECONDS = 60;

    final BlockingQueue<ReloadEvent> events = new LinkedBlockingQueue<>();
    private final Path root;
    private @Nullable Reloader reloader;

    ReloadHost(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /// Replaces a file as everybody should: at once.
    ReloadHost file(String name, String content) throws IOException {
        Files.createDirectories(path(name).getParent());
        Path fresh = path(name).resolveSibling(".fresh");
        Files.writeString(fresh, content);
        Files.move(fresh, path(name), StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    /// An alias `app` to a repository whose name tells what is in force.
    ReloadHost app(String name, String target) throws IOException {
        return file(name, "[aliases]\n\"app\" = \"registry.example/" + target + "\"\n");
    }

    ConfigurationSources sources() {
        return sources(ConfigurationChoices.NONE);
    }

    ConfigurationSources sources(ConfigurationChoices choices) {
        HostEnvironment environment =
                new HostEnvironment(Map.of(), path("home"), 0, path("etc"), path("usr"), path("var"));
        return ConfigurationSources.of(environment, choices);
    }

    Reloader start() throws ConfigurationException {
        return start(WATCHING);
    }

    Reloader start(ReloadSettings settings) throws ConfigurationException {
        reloader = Reloader.start(sources(), settings, events::add);
        return reloader;
    }

    /// The next event.
    ReloadEvent event() throws InterruptedException {
        @Nullable ReloadEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(event, "nothing was told");
        return event;
    }

    /// Passes over events until a snapshot is in force in which `app` means this.
    Snapshot awaitApp(String target) throws InterruptedException {
        while (true) {
            if (event() instanceof ReloadEvent.Loaded loaded
                    && app(loaded.snapshot()).equals(target)) {
                return loaded.snapshot();
            }
        }
    }

    /// What `app` means, the last part alone; empty if nothing.
    static String app(Snapshot snapshot) {
        return snapshot.configuration()
                .alias("app")
                .flatMap(alias -> alias.target())
                .map(target -> target.toString().substring("registry.example/".length()))
                .orElse("");
    }

    @Override
    public void close() {
        if (reloader != null) {
            reloader.close();
        }
    }
}
