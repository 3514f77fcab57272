package dev.truename.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command as a process of its own, started by its launcher, with the classes under test.
public final class CommandProcess implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("src/dist/bin/truename").toAbsolutePath();
    private final Process process;
    private final BufferedReader out;

    private CommandProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param folder a host's; standard error goes to a file in it
    public static CommandProcess start(Host host, String line) throws IOException {
        // Whoever starts the tests in the background has interrupts ignored, which is inherited.
        return start(List.of("env", "--default-signal=INT"), host, line);
    }

    /// The same, started by another command.
    ///
    /// @param starter makes the process what its last arguments say
    public static CommandProcess start(List<String> starter, Host host, String line) throws IOException {
        Path folder = host.folder();
        List<String> command = new ArrayList<>(starter);
        command.add(LAUNCHER.toString());
        command.addAll(host.options());
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(errors(folder).toFile());
        builder.environment().put("TRUENAME_JAVA_HOME", java(folder).toString());
        return new CommandProcess(builder.start());
    }

    private static Path errors(Path folder) {
        return folder.resolve("stderr");
    }

    /// Starts the true Java with the test's own classes in place of the distribution's.
    private static Path java(Path folder) throws IOException {
        Path home = folder.resolve("java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path real = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(java, """
                #!/bin/sh
                while [ "$1" != dev.truename.cli.Main ]; do shift; done
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' "$@"
                """.formatted(real, System.getProperty("java.class.path")));
        java.toFile().setExecutable(true);
        return home;
    }

    /// Writes to its standard input, which stays open.
    public void type(String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /// Its next line of output, once there is one.
    public String line() throws IOException {
        return String.valueOf(out.readLine());
    }

    /// @param signal such as `INT`
    public void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /// Every line of output that was not read yet, to the end.
    public List<String> rest() {
        return out.lines().toList();
    }

    public int status() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
