package dev.truename.cli.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The terminal's settings, by way of stty(1): without native code there is no other way.
public final class Stty {
    private static final File TERMINAL = new File("/dev/tty");
    private static final int LONGEST_ANSWER = 4096;

    private Stty() {}

    /// The terminal's width in columns; 0 if nobody tells.
    public static int columns() {
        String answer = run("size").orElse("");
        int space = answer.indexOf(' ');
        try {
            return space < 0 ? 0 : Integer.parseInt(answer.substring(space + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// Runs stty on the process's terminal.
    ///
    /// @return what it printed, if it did what it was asked
    public static Optional<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
            return process.waitFor() == 0
                    ? Optional.of(new String(answer, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
