package dev.truename.pull.pull;

import dev.truename.pull.distribution.RemoteBlob;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.BlobWriter;
import dev.truename.pull.store.StoreSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Brings one blob into a session: from the first source that gives it whole. What broke off is resumed at the exact
/// byte, at the same source and then at the next; what turned out wrong is fetched anew.
final class BlobFetch {
    /// How often a source may break off without getting ahead.
    private static final int MAX_BREAKS = 5;

    /// What counts as getting ahead, in bytes.
    private static final long HEADWAY = 1 << 20;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final List<RemoteSource> sources;
    private final StoreSession session;
    private final PullContext context;

    BlobFetch(List<RemoteSource> sources, StoreSession session, PullContext context) {
        this.sources = sources;
        this.session = session;
        this.context = context;
    }

    void fetch(Descriptor blob) throws PullException {
        List<PullFailure> failures = new ArrayList<>();
        try (BlobWriter writer = session.ingest(blob)) {
            for (RemoteSource source : sources) {
                try {
                    fetchFrom(source, blob, writer);
                    return;
                } catch (PullException e) {
                    stopIfOurs(e);
                    failures.add(e.failure());
                    context.listener().on(new PullEvent.BlobRetried(blob, source.source(), e.failure()));
                }
            }
        }
        throw new PullException(failures.getFirst());
    }

    private static void stopIfOurs(PullException e) throws PullException {
        switch (e.failure()) {
            case PullFailure.Cancelled _, PullFailure.Storage _ -> throw e;
            default -> {}
        }
    }

    /// Takes what is missing from one source. Bytes that an earlier source gave are believed until the digest says
    /// otherwise; then everything is fetched from this one.
    private void fetchFrom(RemoteSource source, Descriptor blob, BlobWriter writer) throws PullException {
        boolean mixed = writer.position() > 0;
        context.listener().on(new PullEvent.BlobStarted(blob, source.source()));
        try {
            copyWhole(source, blob, writer);
        } catch (PullException e) {
            if (e.failure() instanceof PullFailure.Mismatch) {
                writer.reset();
                if (mixed) {
                    copyWhole(source, blob, writer);
                    return;
                }
            }
            throw e;
        }
    }

    private void copyWhole(RemoteSource source, Descriptor blob, BlobWriter writer) throws PullException {
        int breaks = 0;
        long mark = writer.position();
        while (true) {
            try (RemoteBlob remote = source.repository().blob(blob, writer.position())) {
                if (remote.offset() != writer.position()) {
                    writer.reset();
                }
                writer.take(
                        remote.body(), position -> context.listener().on(new PullEvent.BlobProgress(blob, position)));
                writer.commit();
                return;
            } catch (PullException e) {
                throw e;
            } catch (IOException broken) {
                stopIfInterrupted(broken);
                if (writer.position() == blob.size()) {
                    writer.commit();
                    return;
                }
                if (writer.position() - mark >= HEADWAY) {
                    breaks = 0;
                    mark = writer.position();
                }
                breaks++;
                PullFailure failure = brokenOff(source, blob, writer.position());
                if (breaks > MAX_BREAKS) {
                    throw new PullException(failure, broken);
                }
                context.listener().on(new PullEvent.BlobRetried(blob, source.source(), failure));
                pause(breaks);
            }
        }
    }

    private static void stopIfInterrupted(IOException broken) throws PullException {
        if (Thread.currentThread().isInterrupted()) {
            throw new PullException(new PullFailure.Cancelled("pull", "interrupted"), broken);
        }
    }

    private static PullFailure brokenOff(RemoteSource source, Descriptor blob, long position) {
        return new PullFailure.Unreachable(
                source.name(),
                "the connection broke off at byte " + position + " of " + blob.size() + " of " + blob.digest());
    }

    private void pause(int breaks) throws PullException {
        try {
            context.pauses().pause(PAUSE.multipliedBy(1L << (breaks - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PullException(new PullFailure.Cancelled("pull", "interrupted"), e);
        }
    }
}
