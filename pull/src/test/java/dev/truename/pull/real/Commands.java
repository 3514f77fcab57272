package dev.truename.pull.real;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Programs of this machine's.
public final class Commands {
    private Commands() {}

    /// Skips the tests loudly if a program is missing; in CI that is a failure.
    public static void need(String... programs) {
        for (String program : programs) {
            boolean there = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!there && "true".equals(System.getenv("CI"))) {
                fail(program + " is missing, and in CI nothing may be");
            }
            Assumptions.assumeTrue(there, "NOT RUN: " + program + " is missing");
        }
    }

    /// Runs one to its end and gives its output, errors included.
    ///
    /// @throws IllegalStateException with the output, if it fails
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + status + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
