package dev.truename.cli.progress;

import dev.truename.names.reference.Digest;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far a pull is. Told by many threads, looked at by one.
final class PullState {
    /// A blob on its way.
    record Moving(Descriptor blob, long position, String note) {}

    /// All of it at one moment.
    ///
    /// @param status what is done where no blob is on its way
    record Snapshot(String status, List<Moving> moving, int doneBlobs, int blobs, long doneBytes, long bytes) {}

    private final Map<Digest, Moving> moving = new LinkedHashMap<>();
    private String status = "resolving";
    private int blobs;
    private long bytes;
    private int doneBlobs;
    private long doneBytes;

    synchronized void on(PullEvent event) {
        switch (event) {
            case PullEvent.Asking it -> {
                status = "asking " + EventText.place(it.source());
                forget();
            }
            case PullEvent.SourceFailed it -> status = "failed: " + EventText.failure(it.failure());
            case PullEvent.Chosen it -> {
                status = "fetching";
                blobs += it.blobs();
                bytes += it.bytes();
            }
            case PullEvent.BlobReused it -> done(it.blob());
            case PullEvent.BlobStarted it -> moving.putIfAbsent(it.blob().digest(), new Moving(it.blob(), 0, ""));
            case PullEvent.BlobProgress it -> moving.put(it.blob().digest(), new Moving(it.blob(), it.position(), ""));
            case PullEvent.BlobRetried it ->
                moving.computeIfPresent(
                        it.blob().digest(), (key, old) -> new Moving(old.blob(), old.position(), "trying again"));
            case PullEvent.BlobDone it -> {
                moving.remove(it.blob().digest());
                done(it.blob());
            }
        }
    }

    private void done(Descriptor blob) {
        doneBlobs++;
        doneBytes += blob.size();
    }

    private void forget() {
        moving.clear();
        blobs = 0;
        bytes = 0;
        doneBlobs = 0;
        doneBytes = 0;
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(status, new ArrayList<>(moving.values()), doneBlobs, blobs, doneBytes, bytes);
    }
}
