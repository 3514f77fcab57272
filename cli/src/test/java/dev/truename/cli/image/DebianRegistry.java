package dev.truename.cli.image;

import static org.junit.jupiter.api.Assertions.fail;

import dev.truename.testkit.access.TokenServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Debian's `docker-registry` on a port that the system chooses, for who brings a token.
record DebianRegistry(Process process, String host) implements AutoCloseable {
    private static final String READY = "msg=\"listening on ";

    /// Skips the tests loudly if a program is missing; in CI that is a failure.
    static void need(String... programs) {
        for (String program : programs) {
            boolean there = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!there && "true".equals(System.getenv("CI"))) {
                fail(program + " is missing, and in CI nothing may be");
            }
            Assumptions.assumeTrue(there, "NOT RUN: " + program + " is missing");
        }
    }

    /// @param folder for its configuration and data
    /// @param certificate of who signs the tokens, a PEM file
    static DebianRegistry start(Path folder, TokenServer tokens, Path certificate) throws IOException {
        Path configuration = Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                log:
                  level: info
                storage:
                  filesystem:
                    rootdirectory: %1$s/data
                http:
                  addr: 127.0.0.1:0
                auth:
                  token:
                    realm: %2$s
                    service: %3$s
                    issuer: %3$s
                    rootcertbundle: %4$s
                """.formatted(
                        folder, tokens.realm(), tokens.issuer().service(), certificate));
        Process process = new ProcessBuilder(List.of("docker-registry", "serve", configuration.toString()))
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader();
        String line = log.readLine();
        while (line != null && !line.contains(READY)) {
            line = log.readLine();
        }
        if (line == null) {
            throw new IOException("docker-registry does not start");
        }
        Thread.ofVirtual().start(() -> drain(process));
        int start = line.indexOf(READY) + READY.length();
        return new DebianRegistry(process, line.substring(start, line.indexOf('"', start)));
    }

    /// It would wait for ever for somebody to read what it has to say.
    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended.
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
