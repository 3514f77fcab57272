package dev.truename.pull.store;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/// Turns what the file system says into a failure that says what to do.
final class StoreFailures {
    private StoreFailures() {}

    static PullException of(Path path, IOException e) {
        return switch (e) {
            case PullException already -> already;
            case ClosedByInterruptException _, FileLockInterruptionException _ ->
                new PullException(new PullFailure.Cancelled(path.toString(), "interrupted"), e);
            default -> new PullException(new PullFailure.Storage(path.toString(), detail(e)), e);
        };
    }

    static PullException broken(Path path, String detail) {
        return new PullException(new PullFailure.Storage(path.toString(), detail));
    }

    private static String detail(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied; choose another store with --root, or another user";
            case NoSuchFileException _ -> "it is missing; pull the image again";
            case FileSystemException system when system.getReason() != null -> advice(system.getReason());
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : advice(e.getMessage());
        };
    }

    private static String advice(String reason) {
        return reason.startsWith("No space left")
                ? "no space left on the device; `truename prune` frees what no name needs"
                : reason;
    }

    static PullException readOnly(Path path, ReadOnlyFileSystemException e) {
        return new PullException(new PullFailure.Storage(path.toString(), "the file system is read-only"), e);
    }
}
