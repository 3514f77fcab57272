package dev.truename.cli.io;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a standard stream of this process is connected to. Read from /proc, so no native code is loaded; where there
/// is no /proc, the JDK's console tells of terminals.
public enum Descriptor {
    INPUT(0),
    OUTPUT(1),
    ERROR(2);

    private final int number;

    Descriptor(int number) {
        this.number = number;
    }

    /// Whether it is a terminal, as isatty(3) says.
    public boolean isTerminal() {
        String target = target();
        return target.isEmpty()
                ? requireNonNull(System.console()).isTerminal()
                : target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    }

    /// Whether somebody reads at the other end, who may leave.
    public boolean hasReader() {
        String target = target();
        return target.startsWith("pipe:") || target.startsWith("socket:") || isTerminal();
    }

    private String target() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
