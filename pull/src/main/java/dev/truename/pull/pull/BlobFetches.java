package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.BlobWriter;
import dev.truename.pull.store.StoreSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Fetches blobs side by side under one limit. The first failure stops the others.
final class BlobFetches {
    private final Pieces pieces;
    private final StoreSession session;
    private final PullContext context;

    private final AtomicInteger fetchedBlobs = new AtomicInteger();
    private final AtomicLong fetchedBytes = new AtomicLong();
    private final AtomicInteger reusedBlobs = new AtomicInteger();
    private final AtomicLong reusedBytes = new AtomicLong();

    BlobFetches(Pieces pieces, StoreSession session, PullContext context) {
        this.pieces = pieces;
        this.session = session;
        this.context = context;
    }

    /// Brings all of them into the session.
    ///
    /// @param blobs with no digest twice
    void fetchAll(Collection<Descriptor> blobs) throws PullException {
        List<Descriptor> missing = new ArrayList<>();
        for (Descriptor blob : blobs) {
            if (!reused(blob)) {
                missing.add(blob);
            }
        }
        if (!missing.isEmpty()) {
            fetchMissing(missing);
        }
    }

    private void fetchMissing(List<Descriptor> missing) throws PullException {
        int side = Math.min(missing.size(), context.settings().parallelBlobs());
        try (ExecutorService threads = Executors.newFixedThreadPool(side, context.threads())) {
            CompletionService<Descriptor> done = new ExecutorCompletionService<>(threads);
            for (Descriptor blob : missing) {
                done.submit(() -> fetchOne(blob));
            }
            try {
                for (int i = 0; i < missing.size(); i++) {
                    done.take().get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PullException(new PullFailure.Cancelled("pull", "interrupted"), e);
            } catch (ExecutionException e) {
                throw failure(requireNonNull(e.getCause()));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private boolean reused(Descriptor blob) throws PullException {
        if (!session.has(blob)) {
            return false;
        }
        reusedBlobs.incrementAndGet();
        reusedBytes.addAndGet(blob.size());
        context.listener().on(new PullEvent.BlobReused(blob));
        return true;
    }

    private Descriptor fetchOne(Descriptor blob) throws PullException, InterruptedException {
        context.blobLimit().acquire();
        try {
            if (!reused(blob)) {
                fetch(blob);
            }
        } finally {
            context.blobLimit().release();
        }
        return blob;
    }

    private void fetch(Descriptor blob) throws PullException {
        try (BlobWriter writer = session.ingest(blob)) {
            BlobFetch fetch = new BlobFetch(blob, writer, context);
            pieces.first(
                    source -> {
                        fetch.from(source);
                        return blob;
                    },
                    (source, failure) -> new PullEvent.BlobRetried(blob, source.source(), failure.failure()));
        }
        fetchedBlobs.incrementAndGet();
        fetchedBytes.addAndGet(blob.size());
        context.listener().on(new PullEvent.BlobDone(blob));
    }

    private static PullException failure(Throwable cause) {
        return switch (cause) {
            case PullException e -> e;
            case InterruptedException e -> new PullException(new PullFailure.Cancelled("pull", "interrupted"), e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }

    PullOutcome.Transfer transfer() {
        return new PullOutcome.Transfer(fetchedBlobs.get(), fetchedBytes.get(), reusedBlobs.get(), reusedBytes.get());
    }
}
