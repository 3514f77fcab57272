package dev.truename.cri.real;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Debian's containerd with its CRI plugin, and with all that it has in one folder: root, state, socket, hosts. The
/// native snapshotter, no network, no systemd; it needs root. Ready once it says so; killed at the end.
public final class ContainerdProcess implements AutoCloseable {
    private static final String READY = "containerd successfully booted";
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private Process process;

    private ContainerdProcess(Path folder) throws IOException {
        this.folder = folder;
        this.process = run(folder);
    }

    /// Skips the tests loudly if it cannot run here; in CI that is a failure.
    public static void need() {
        boolean there = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "containerd")));
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!(there && root) && "true".equals(System.getenv("CI"))) {
            fail("containerd is missing, or this is not root, and in CI it must run");
        }
        Assumptions.assumeTrue(there && root, "NOT RUN: containerd is missing, or this is not root");
    }

    /// @param folder an empty one with a short path: its socket's may have 107 characters
    public static ContainerdProcess start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("certs.d"));
        Files.createDirectories(folder.resolve("cni"));
        Files.writeString(folder.resolve("config.toml"), configuration(folder.toAbsolutePath()));
        return new ContainerdProcess(folder);
    }

    private static String configuration(Path folder) {
        return """
                version = 2
                root = "%1$s/root"
                state = "%1$s/state"
                disabled_plugins = [
                  "io.containerd.internal.v1.tracing",
                  "io.containerd.snapshotter.v1.aufs",
                  "io.containerd.snapshotter.v1.btrfs",
                  "io.containerd.snapshotter.v1.devmapper",
                  "io.containerd.snapshotter.v1.overlayfs",
                  "io.containerd.snapshotter.v1.zfs",
                  "io.containerd.tracing.processor.v1.otlp",
                ]
                [grpc]
                address = "%1$s/c.sock"
                [plugins."io.containerd.internal.v1.opt"]
                path = "%1$s/opt"
                [plugins."io.containerd.grpc.v1.cri"]
                disable_apparmor = true
                stream_server_address = "127.0.0.1"
                stream_server_port = "0"
                [plugins."io.containerd.grpc.v1.cri".containerd]
                snapshotter = "native"
                [plugins."io.containerd.grpc.v1.cri".cni]
                bin_dir = "%1$s/cni"
                conf_dir = "%1$s/cni"
                [plugins."io.containerd.grpc.v1.cri".registry]
                config_path = "%1$s/certs.d"
                """.formatted(folder);
    }

    /// Starts it and waits for the line that says that it serves; what it says goes on to `log`.
    private Process run(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        "containerd", "--config", folder.resolve("config.toml").toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        BufferedReader output = process.inputReader();
        BufferedWriter log =
                Files.newBufferedWriter(folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        @Nullable String line = output.readLine();
        while (line != null && !line.contains(READY)) {
            log.write(line + "\n");
            line = output.readLine();
        }
        log.flush();
        if (line == null) {
            throw new IllegalStateException("containerd does not start: " + Files.readString(folder.resolve("log")));
        }
        Thread.ofVirtual().start(() -> drain(output, log));
        return process;
    }

    /// It would wait for ever for somebody to read what it has to say.
    private void drain(BufferedReader output, BufferedWriter log) {
        try (log) {
            @Nullable String line = output.readLine();
            while (line != null) {
                said.add(line);
                log.write(line + "\n");
                line = output.readLine();
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    public Path socket() {
        return folder.resolve("c.sock");
    }

    /// Says where a registry's images are to be fetched.
    ///
    /// @param toml the text of its `hosts.toml`
    public void hosts(String registry, String toml) throws IOException {
        Path place = Files.createDirectories(folder.resolve("certs.d").resolve(registry));
        Files.writeString(place.resolve("hosts.toml"), toml);
    }

    /// Waits for a line of its log, from the last one waited for on.
    public void awaitLog(String part) throws InterruptedException {
        @Nullable String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (line != null && !line.contains(part)) {
            line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (line == null) {
            throw new AssertionError("containerd does not say: " + part);
        }
    }

    /// Ends it at once, as a crash would.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts it again behind the same socket, with what it has on disk.
    public void startAgain() {
        try {
            process = run(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
