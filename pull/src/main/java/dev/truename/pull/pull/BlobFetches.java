package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.BlobWriter;
import dev.truename.pull.store.StoreSession;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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
        session.need(blobs);
        List<Descriptor> inOrder = List.copyOf(blobs);
        int here = 0;
        while (here < inOrder.size() && reused(inOrder.get(here))) {
            here++;
        }
        if (here < inOrder.size()) {
            fetchRest(inOrder.subList(here, inOrder.size()));
        }
    }

    private void fetchRest(List<Descriptor> rest) throws PullException {
        int side = Math.min(rest.size(), context.settings().parallelBlobs());
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(side, context.threads())) {
            CompletionService<@Nullable Void> done = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < side; i++) {
                done.submit(() -> {
                    fetchFrom(rest, next);
                    return null;
                });
            }
            try {
                for (int i = 0; i < side; i++) {
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

    /// Brings one blob after the other, beside others that do so.
    ///
    /// @param next the place of the first that nobody has taken yet
    private void fetchFrom(List<Descriptor> blobs, AtomicInteger next) throws PullException, InterruptedException {
        for (int i = next.getAndIncrement(); i < blobs.size(); i = next.getAndIncrement()) {
            fetchOne(blobs.get(i));
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

    private void fetchOne(Descriptor blob) throws PullException, InterruptedException {
        context.blobLimit().acquire();
        try {
            if (!reused(blob)) {
                fetch(blob);
            }
        } finally {
            context.blobLimit().release();
        }
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
