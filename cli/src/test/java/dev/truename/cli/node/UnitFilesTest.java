package dev.truename.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the unit expects of the service, and the service of its unit.
class UnitFilesTest {
    private static final Path UNITS = Path.of("..", "packaging", "systemd");

    private static List<String> unit() throws IOException {
        return Files.readAllLines(UNITS.resolve("truename.service"));
    }

    private static String setting(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .reduce((_, last) -> last)
                .orElse("");
    }

    @Test
    @DisplayName("the unit waits to be told, which LauncherTest sees that Java may do")
    void waitsToBeTold() throws IOException {
        assertEquals("notify", setting(unit(), "Type"));
    }

    @Test
    @DisplayName("systemd waits longer for the end than the service gives its calls by itself")
    void leavesTimeToEnd() throws IOException {
        String stop = setting(unit(), "TimeoutStopSec");
        assertTrue(stop.endsWith("s") && Integer.parseInt(stop.substring(0, stop.length() - 1)) > 30 + 5, stop);
    }

    @Test
    @DisplayName("the socket's unit opens what the service would open, and what clients ask by themselves")
    void opensTheUsualSocket() throws IOException {
        List<String> socket = Files.readAllLines(UNITS.resolve("truename.socket"));
        assertEquals(ServeOptions.DEFAULT_SOCKET, setting(socket, "ListenStream"));
    }

    @Test
    @DisplayName("a group that may connect can get to the socket")
    void letsAGroupThrough() throws IOException {
        assertEquals("0711", setting(unit(), "RuntimeDirectoryMode"));
        assertEquals("0711", setting(Files.readAllLines(UNITS.resolve("truename.socket")), "DirectoryMode"));
    }
}
