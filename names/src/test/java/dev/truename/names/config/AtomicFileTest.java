package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(UTF_8);

    @TempDir
    Path folder;

    private List<Object> owners(Path file) throws IOException {
        return List.of(
                Files.getAttribute(file, "unix:uid"),
                Files.getAttribute(file, "unix:gid"),
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkStaysALinkAndPermissionsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        List<Object> before = owners(file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        AtomicFile.replace(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals(before, owners(file));
    }

    /// Else they could not read any more what root rewrote for them.
    @Test
    void somebodysFileStaysTheirs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assumeTrue(isGiven(file), "only root can give files away");
        AtomicFile.replace(file, NEW);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(4711, 4712, "rw-r-----"), owners(file));
        AtomicFile.publish(file, NEW);
        assertEquals(List.of(4711, 4712, "rw-r-----"), owners(file));
    }

    private static boolean isGiven(Path file) {
        try {
            Files.setAttribute(file, "unix:gid", 4712);
            Files.setAttribute(file, "unix:uid", 4711);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aNewFileIsItsOwnersOrEverybodys() throws IOException {
        AtomicFile.replace(folder.resolve("own"), NEW);
        AtomicFile.publish(folder.resolve("drop-in.conf"), NEW);
        assertEquals("rw-------", owners(folder.resolve("own")).getLast());
        assertEquals("rw-r--r--", owners(folder.resolve("drop-in.conf")).getLast());
    }
}
