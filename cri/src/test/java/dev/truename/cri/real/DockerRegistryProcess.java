package dev.truename.cri.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Debian's `docker-registry` over plain HTTP, on a port that the system chooses, filled by skopeo.
public final class DockerRegistryProcess implements AutoCloseable {
    /// Who may do everything in one with a password.
    public static final String USER = "me";

    public static final String PASSWORD = "s3cret";

    private static final String USERS = USER + ":$2y$05$c.pF9stxd.Mo0G7n88.GFeDfruJGsiI7G6JR4xJeeU.qtFYCSScQ6";
    private static final String READY = "msg=\"listening on ";

    private final Process process;
    private final String host;

    private DockerRegistryProcess(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /// Skips the tests loudly if a program is missing; in CI that is a failure.
    public static void need() {
        for (String program : List.of("docker-registry", "skopeo")) {
            boolean there = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!there && "true".equals(System.getenv("CI"))) {
                fail(program + " is missing, and in CI it must run");
            }
            Assumptions.assumeTrue(there, "NOT RUN: " + program + " is missing");
        }
    }

    /// Open to everybody.
    ///
    /// @param folder for its configuration and data
    public static DockerRegistryProcess start(Path folder) throws IOException {
        return run(folder, "");
    }

    /// Open to [#USER] alone.
    public static DockerRegistryProcess withPassword(Path folder) throws IOException {
        Path users = Files.writeString(Files.createDirectories(folder).resolve("htpasswd"), USERS + "\n");
        return run(folder, """
                auth:
                  htpasswd:
                    realm: test
                    path: %s
                """.formatted(users));
    }

    private static DockerRegistryProcess run(Path folder, String access) throws IOException {
        String text = """
                version: 0.1
                log:
                  level: info
                storage:
                  filesystem:
                    rootdirectory: %s/data
                http:
                  addr: 127.0.0.1:0
                %s""".formatted(folder, access);
        Path configuration = Files.writeString(Files.createDirectories(folder).resolve("config.yml"), text);
        Process process = new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader();
        @Nullable String line = log.readLine();
        while (line != null && !line.contains(READY)) {
            line = log.readLine();
        }
        if (line == null) {
            throw new IOException("docker-registry does not start");
        }
        Thread.ofVirtual().start(() -> drain(process));
        int start = line.indexOf(READY) + READY.length();
        return new DockerRegistryProcess(process, line.substring(start, line.indexOf('"', start)));
    }

    /// It would wait for ever for somebody to read what it has to say.
    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended.
        }
    }

    /// `127.0.0.1:PORT`
    public String host() {
        return host;
    }

    /// Has an image under a name.
    ///
    /// @param name `REPOSITORY:TAG`
    public void push(String name, TestImage image) throws IOException, InterruptedException {
        try (TestRegistry source = TestRegistry.start()) {
            source.push("image", "1", image);
            Process copy = new ProcessBuilder(
                            "skopeo",
                            "--insecure-policy",
                            "copy",
                            "--src-tls-verify=false",
                            "--dest-tls-verify=false",
                            "--dest-creds=" + USER + ":" + PASSWORD,
                            "docker://" + source.host() + "/image:1",
                            "docker://" + host + "/" + name)
                    .redirectErrorStream(true)
                    .start();
            copy.getOutputStream().close();
            String said = new String(copy.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, copy.waitFor(), said);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
