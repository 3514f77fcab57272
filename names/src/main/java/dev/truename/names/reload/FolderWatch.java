package dev.truename.names.reload;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits until the system tells of a change at a name that counts. Where it cannot tell, nothing but time passes.
final class FolderWatch implements AutoCloseable {
    private final @Nullable WatchService service;
    private volatile Map<WatchKey, Set<String>> names = Map.of();
    private volatile @Nullable String problem;

    FolderWatch() {
        @Nullable WatchService opened = null;
        try {
            opened = FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            problem = String.valueOf(e.getMessage());
        }
        this.service = opened;
    }

    /// Watches these folders and no others from now on. To be called by one thread at a time.
    void watch(Map<Path, Set<String>> folders) {
        if (service == null) {
            return;
        }
        problem = null;
        Map<WatchKey, Set<String>> now = new HashMap<>();
        // Again for those that are watched: behind a path may be another folder by now, and then so is its key.
        folders.forEach((folder, counting) -> register(service, folder, counting, now));
        Map<WatchKey, Set<String>> before = names;
        names = now;
        for (WatchKey key : before.keySet()) {
            if (!now.containsKey(key)) {
                key.cancel();
            }
        }
    }

    private void register(WatchService on, Path folder, Set<String> counting, Map<WatchKey, Set<String>> now) {
        try {
            WatchKey key = folder.register(
                    on,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            now.computeIfAbsent(key, fresh -> new HashSet<>()).addAll(counting);
        } catch (IOException e) {
            problem = folder + ": " + e.getMessage();
        }
    }

    /// The folders that are watched, one key each; another folder of the same path has another key.
    Set<WatchKey> folders() {
        return names.keySet();
    }

    /// Why some changes are not told of; none if all are.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Whether something that counts has changed, before the time was over.
    ///
    /// @throws InterruptedException if this is closed, too
    boolean await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            @Nullable WatchKey key = next(left);
            if (key != null && counts(key)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable WatchKey next(long nanos) throws InterruptedException {
        if (service == null) {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return null;
        }
        try {
            return service.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("closed");
        }
    }

    private boolean counts(WatchKey key) {
        Set<String> counting = names.getOrDefault(key, Set.of());
        boolean counts = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            counts |= StandardWatchEventKinds.OVERFLOW.equals(event.kind())
                    || Footprint.counts(String.valueOf(event.context()), counting);
        }
        return !key.reset() || counts; // a folder that is gone counts
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        }
    }
}
