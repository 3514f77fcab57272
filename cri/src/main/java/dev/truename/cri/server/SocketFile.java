package dev.truename.cri.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.jspecify.annotations.Nullable;

/// A socket's place in the file system, claimed by this process through a lock file beside it, `NAME.lock`,
/// which stays.
///
/// The socket is created in a folder that is its owner's alone, `NAME.new`, given its permissions, and then
/// moved to its place: nobody meets it half made, and what a killed process left is replaced without a gap.
final class SocketFile implements AutoCloseable {
    private static final int FILE_TYPE = 0xf000;
    private static final int SOCKET = 0xc000;

    /// So many may knock at once. Beyond it a connection is refused on the spot, where TCP would wait.
    private static final int BACKLOG = 1024;

    private final SocketPlace place;
    private final FileChannel lock;
    private @Nullable Object key;

    private SocketFile(SocketPlace place, FileChannel lock) {
        this.place = place;
        this.lock = lock;
    }

    /// Makes sure that this process alone uses the place.
    static SocketFile claim(SocketPlace place) throws SocketException {
        Path path = place.path();
        try {
            @Nullable Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SocketFile file = new SocketFile(place, locked(path));
            try {
                file.requireFree();
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                beside(path, ".lock"),
                java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false; // by another server of this process
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new SocketException(
                    path + ": another truename serve listens there; stop it, or use another socket", null);
        }
        return channel;
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /// What is there already must be a socket that nobody listens on.
    private void requireFree() throws IOException {
        Path path = place.path();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if ((mode & FILE_TYPE) != SOCKET) {
            throw new SocketException(
                    path + ": something else than a socket is there; remove it, or use another path", null);
        }
        if (hasListener(path)) {
            throw new SocketException(path + ": another program listens there; stop it, or use another socket", null);
        }
    }

    private static boolean hasListener(Path path) {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            return false;
        }
    }

    /// Creates the socket, listening and with its permissions.
    ServerSocketChannel open() throws SocketException {
        Path folder = beside(place.path(), ".new");
        Path made = folder.resolve("s");
        @Nullable ServerSocketChannel channel = null;
        try {
            clear(folder, made);
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            channel = ListeningSocket.openUnix();
            channel.bind(UnixDomainSocketAddress.of(made), BACKLOG);
            give(made);
            key = Files.readAttributes(made, BasicFileAttributes.class).fileKey();
            Files.move(made, place.path(), StandardCopyOption.ATOMIC_MOVE);
            clear(folder, made);
            return channel;
        } catch (IOException e) {
            closeQuietly(channel);
            throw failed(place.path(), e);
        }
    }

    private static void clear(Path folder, Path made) throws IOException {
        Files.deleteIfExists(made);
        Files.deleteIfExists(folder);
    }

    private void give(Path made) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class);
        if (place.group().isPresent()) {
            String group = place.group().get();
            try {
                view.setGroup(
                        made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group));
            } catch (UserPrincipalNotFoundException e) {
                throw new FileSystemException(made.toString(), null, "there is no group \"" + group + "\"");
            }
        }
        view.setPermissions(place.permissions());
    }

    private static void closeQuietly(@Nullable ServerSocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // what went wrong before is told
        }
    }

    private static SocketException failed(Path path, IOException e) {
        return e instanceof SocketException already
                ? already
                : new SocketException(path + ": cannot listen there: " + reason(path, e), e);
    }

    /// With the file, where it is one beside the socket.
    private static String reason(Path path, IOException e) {
        if (!(e instanceof FileSystemException system)) {
            return String.valueOf(e.getMessage());
        }
        @Nullable String reason = system.getReason();
        @Nullable String file = system.getFile();
        String word = system instanceof AccessDeniedException
                ? "permission denied"
                : reason == null ? "something is in the way" : reason;
        return file == null || file.equals(path.toString()) ? word : file + ": " + word;
    }

    /// Deletes the socket if it is still the one that was made here, and gives the place up.
    @Override
    public void close() {
        Path path = place.path();
        try (lock) {
            if (key != null
                    && key.equals(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey())) {
                Files.delete(path);
            }
        } catch (NoSuchFileException _) {
            // somebody was faster
        } catch (IOException _) {
            // a socket that nobody listens on is replaced by the next process
        }
    }
}
