package dev.truename.cri.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Where a unix socket is to be, and who may connect: its owner, and a group if one is named.
///
/// @param path absolute, at most some hundred bytes long: the system knows no longer ones
public record SocketPlace(Path path, Optional<String> group) {
    public SocketPlace {
        path = path.toAbsolutePath().normalize();
        if (path.getFileName() == null) {
            throw new IllegalArgumentException("a socket has a name");
        }
        requireNonNull(group);
    }

    /// One for its owner alone.
    public static SocketPlace of(Path path) {
        return new SocketPlace(path, Optional.empty());
    }

    /// To connect is to write.
    Set<PosixFilePermission> permissions() {
        return PosixFilePermissions.fromString(group.isPresent() ? "rw-rw----" : "rw-------");
    }
}
