package dev.truename.cri.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningSocketTest {
    @TempDir
    private Path folder;

    @Test
    void isItsOwnersAlone() throws IOException {
        Path path = folder.resolve("deeper/t.sock");
        try (ListeningSocket socket = ListeningSocket.bind(SocketPlace.of(path))) {
            assertEquals(path, socket.path());
            assertEquals("rw-------", permissions(path));
            assertTrue(connects(path));
            try (Stream<Path> files = Files.list(path.resolveSibling("."))) {
                assertEquals(2, files.count(), "the socket and its lock");
            }
        }
        assertFalse(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void isAGroupsToo() throws IOException {
        Path path = folder.resolve("t.sock");
        String group =
                Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
        try (ListeningSocket socket = ListeningSocket.bind(new SocketPlace(path, Optional.of(group)))) {
            PosixFileAttributes attributes = Files.readAttributes(socket.path(), PosixFileAttributes.class);
            assertEquals("rw-rw----", PosixFilePermissions.toString(attributes.permissions()));
            assertEquals(group, attributes.group().getName());
        }
    }

    @Test
    void refusesAGroupThatIsNotThereAndLeavesNothing() {
        Path path = folder.resolve("t.sock");
        SocketException refused = assertThrows(
                SocketException.class, () -> ListeningSocket.bind(new SocketPlace(path, Optional.of("no-such-group"))));
        assertTrue(refused.getMessage().contains("no group \"no-such-group\""), refused.getMessage());
        assertFalse(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void replacesWhatAKilledProcessLeft() throws IOException {
        Path path = folder.resolve("t.sock");
        leaveBehind(path);
        Files.createDirectory(folder.resolve("t.sock.new"));
        leaveBehind(folder.resolve("t.sock.new/s"));
        try (ListeningSocket socket = ListeningSocket.bind(SocketPlace.of(path))) {
            assertTrue(connects(socket.path()));
        }
    }

    private static void leaveBehind(Path path) throws IOException {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(path));
        }
        assertTrue(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void leavesTheSocketOfAnotherProgramAlone() throws IOException {
        Path path = folder.resolve("t.sock");
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(path));
            SocketException refused =
                    assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
            assertTrue(refused.getMessage().contains("another program listens there"), refused.getMessage());
            assertTrue(connects(path));
        }
    }

    @Test
    void isTheOnlyOneOfItsKind() throws IOException {
        Path path = folder.resolve("t.sock");
        try (ListeningSocket _ = ListeningSocket.bind(SocketPlace.of(path))) {
            Files.delete(path); // even where nobody can see the first one
            SocketException refused =
                    assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
            assertTrue(refused.getMessage().contains("another truename serve"), refused.getMessage());
        }
    }

    @Test
    void deletesNothingButSockets() throws IOException {
        Path path = Files.writeString(folder.resolve("t.sock"), "precious");
        SocketException refused = assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
        assertTrue(refused.getMessage().contains("something else than a socket"), refused.getMessage());
        assertEquals("precious", Files.readString(path));
    }

    @Test
    void saysWhatIsInTheWayBesideIt() throws IOException {
        Path path = folder.resolve("t.sock");
        Path other = Files.createDirectory(folder.resolve("t.sock.new")).resolve("precious");
        Files.writeString(other, "precious");
        SocketException refused = assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
        assertEquals(
                path + ": cannot listen there: " + folder.resolve("t.sock.new") + ": something is in the way",
                refused.getMessage());
        assertTrue(Files.exists(other));
    }

    /// Where nobody may make files, not even root.
    @Test
    void saysThatItMayNot() {
        Path path = Path.of("/sys/t.sock");
        SocketException refused = assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
        assertTrue(
                refused.getMessage().equals(path + ": cannot listen there: " + path + ".lock: permission denied")
                        || refused.getMessage().endsWith("Read-only file system"), // in a container
                refused.getMessage());
    }

    @Test
    void letsManyKnockAtOnce() throws IOException {
        Path path = folder.resolve("t.sock");
        List<SocketChannel> knocking = new ArrayList<>();
        try (ListeningSocket _ = ListeningSocket.bind(SocketPlace.of(path))) {
            for (int i = 0; i < 500; i++) { // nobody opens
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                knocking.add(channel);
                channel.configureBlocking(false);
                assertTrue(channel.connect(UnixDomainSocketAddress.of(path)), "turned away: " + i);
            }
        } finally {
            for (SocketChannel channel : knocking) {
                channel.close();
            }
        }
    }

    @Test
    void leavesASuccessorsSocketAlone() throws IOException {
        Path path = folder.resolve("t.sock");
        ListeningSocket first = ListeningSocket.bind(SocketPlace.of(path));
        Files.delete(path);
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(path));
            first.close();
            assertTrue(connects(path));
        }
    }

    @Test
    void saysWhatIsWrongWithAPathThatIsTooLong() {
        Path path = folder.resolve("x".repeat(120));
        SocketException refused = assertThrows(SocketException.class, () -> ListeningSocket.bind(SocketPlace.of(path)));
        assertTrue(refused.getMessage().startsWith(path + ": cannot listen there: "), refused.getMessage());
    }

    private static boolean connects(Path path) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            return false;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
