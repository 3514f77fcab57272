package dev.truename.names.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Replaces a file so that at any moment, and after any crash, it holds the old bytes or the new ones.
public final class AtomicFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> EVERYBODYS = PosixFilePermissions.fromString("rw-r--r--");

    private AtomicFile() {}

    /// Returns once the new bytes are on the disk. The file's permissions are kept, and its owner as far as the
    /// caller may give files away; a new one is its owner's alone. A link stays a link. There must be one caller
    /// at a time.
    public static void replace(Path path, byte[] bytes) throws IOException {
        replace(path, bytes, OWNERS);
    }

    /// As [#replace(Path,byte[])], but everybody may read a new file: what is written for others, such as a drop-in.
    public static void publish(Path path, byte[] bytes) throws IOException {
        replace(path, bytes, EVERYBODYS);
    }

    private static void replace(Path path, byte[] bytes, Set<PosixFilePermission> ofNew) throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        // A fixed name, so that what a crash leaves behind is cleaned up by the next caller.
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            write(fresh, bytes, Files.exists(file) ? Optional.of(attributes(file)) : Optional.empty(), ofNew);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(file.resolveSibling("."));
    }

    private static PosixFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class);
    }

    private static void write(
            Path file, byte[] bytes, Optional<PosixFileAttributes> old, Set<PosixFilePermission> ofNew)
            throws IOException {
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, create, PosixFilePermissions.asFileAttribute(OWNERS))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (old.isPresent()) {
                give(file, old.get());
            }
            // whatever the umask is
            Files.setPosixFilePermissions(
                    file, old.map(PosixFileAttributes::permissions).orElse(ofNew));
            channel.force(true);
        }
    }

    /// Somebody's file does not become root's because root changed it.
    private static void give(Path file, PosixFileAttributes old) throws IOException {
        PosixFileAttributes own = attributes(file);
        if (own.owner().equals(old.owner()) && own.group().equals(old.group())) {
            return;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            view.setGroup(old.group());
            view.setOwner(old.owner());
        } catch (IOException e) {
            // Only root may: the file is the caller's from here on, as whatever an editor writes anew.
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
