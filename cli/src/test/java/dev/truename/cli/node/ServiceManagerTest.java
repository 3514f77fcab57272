package dev.truename.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServiceManagerTest {
    @TempDir
    private Path folder;

    private static void isTold(String address) throws IOException {
        try (NotifySocket socket = NotifySocket.at(address)) {
            ServiceManager manager =
                    ServiceManager.in(Map.of("NOTIFY_SOCKET", address)).orElseThrow();
            manager.tell("READY=1\nSTATUS=grüße");
            manager.tell("STOPPING=1");
            assertEquals("READY=1", socket.line());
            assertEquals("STATUS=grüße", socket.line());
            assertEquals("STOPPING=1", socket.line());
        }
    }

    @Test
    void isToldOnItsSocket() throws IOException {
        isTold(folder.resolve("notify").toString());
    }

    @Test
    void isToldOnASocketThatIsNoFile() throws IOException {
        isTold("@truename-" + UUID.randomUUID());
    }

    @Test
    void isOnlyThereWhereTheEnvironmentSaysSo() {
        assertEquals(Optional.empty(), ServiceManager.in(Map.of()));
        assertEquals(Optional.empty(), ServiceManager.in(Map.of("NOTIFY_SOCKET", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vsock:2:1",
                "notify",
                "/a/path/of/more/than/108/bytes/x23456789012345678901234567890123456789"
                        + "012345678901234567890123456789012345678901234567890"
            })
    void refusesWhatIsNoUnixSocket(String address) {
        IOException refused = assertThrows(IOException.class, () -> new ServiceManager(address).tell("READY=1"));
        assertEquals("NOTIFY_SOCKET=" + address + " is no unix socket", refused.getMessage());
    }

    @Test
    void saysWhereNobodyIs() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        IOException told = assertThrows(IOException.class, () -> new ServiceManager(file.toString()).tell("READY=1"));
        assertTrue(String.valueOf(told.getMessage()).endsWith("file takes no message"), told::getMessage);
    }
}
