package dev.truename.pull.store;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Turns what the file system says into a failure that says what to do.
final class StoreFailures {
    /// With less than this free, in bytes, a failed write is taken for a full disk.
    private static final long FULL = 1 << 20;

    private StoreFailures() {}

    static PullException of(Path path, IOException e) {
        return switch (e) {
            case PullException already -> already;
            case ClosedByInterruptException _ -> cancelled(path, e);
            default -> new PullException(new PullFailure.Storage(path.toString(), detail(path, e)), e);
        };
    }

    static PullException cancelled(Path path, Exception e) {
        return new PullException(new PullFailure.Cancelled(path.toString(), "interrupted"), e);
    }

    static PullException broken(Path path, String detail) {
        return new PullException(new PullFailure.Storage(path.toString(), detail));
    }

    private static String detail(Path path, IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied; choose another store with --root, or another user";
            case NoSuchFileException _ -> "it is missing; pull the image again";
            case FileAlreadyExistsException there -> inTheWay(there.getFile());
            case NotDirectoryException there -> inTheWay(there.getFile());
            case FileSystemException system -> said(path, system.getReason());
            default -> said(path, e.getMessage());
        };
    }

    private static String inTheWay(String file) {
        return "something else is in its place at " + file + "; move it away, or choose another store with --root";
    }

    /// The system's own word, and what to do where the disk is full: Java has no type for that, so the disk is asked.
    private static String said(Path path, @Nullable String reason) {
        String word = reason == null ? "the file system refuses" : reason;
        return isFull(path) ? word + "; free some space, \"truename prune\" deletes what no name needs" : word;
    }

    private static boolean isFull(Path path) {
        for (Path there = path.toAbsolutePath(); there != null; there = there.getParent()) {
            try {
                return Files.getFileStore(there).getUsableSpace() < FULL;
            } catch (NoSuchFileException _) {
                // its folder is asked next
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }
}
