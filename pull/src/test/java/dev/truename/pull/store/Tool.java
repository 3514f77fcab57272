package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A program of this machine.
///
/// @param folder where it may write
record Tool(List<String> command, Path folder) {
    record Run(int exit, String output) {}

    /// Skips the test loudly if the program is missing; in CI that is a failure.
    static void need(String program) {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(program + " is missing, and in CI nothing may be");
        }
        Assumptions.assumeTrue(there, "NOT RUN: " + program + " is missing (install the package of that name)");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "tool", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        return new Run(builder.start().waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /// Its output, or a failed test if it fails.
    String succeed(String... arguments) throws IOException, InterruptedException {
        Run run = run(arguments);
        return run.exit() == 0 ? run.output() : fail(String.join(" ", arguments) + ": " + run.output());
    }
}
