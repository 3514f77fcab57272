package dev.truename.pull.pull;

import dev.truename.pull.distribution.RemoteBlob;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.BlobWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Brings one blob from one source after the other, until one gives it whole. What broke off is resumed at the exact
/// byte, at the same source and then at the next; what turned out wrong is fetched anew. For one thread.
final class BlobFetch {
    /// How often a source may break off without getting ahead.
    private static final int MAX_BREAKS = 5;

    /// What counts as getting ahead, in bytes.
    private static final long HEADWAY = 1 << 20;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Descriptor blob;
    private final BlobWriter writer;
    private final PullContext context;

    /// Whether what was taken comes from several answers.
    private boolean pieced;

    BlobFetch(Descriptor blob, BlobWriter writer, PullContext context) {
        this.blob = blob;
        this.writer = writer;
        this.context = context;
    }

    /// Takes what is missing from a source. Bytes of earlier answers are believed until the digest, or the source, says
    /// otherwise; then everything is fetched from here, once.
    void from(RemoteSource source) throws PullException {
        context.listener().on(new PullEvent.BlobStarted(blob, source.source()));
        pieced = false;
        try {
            takeAllOrForget(source);
        } catch (PullException e) {
            if (!pieced || !isWrong(e.failure())) {
                throw e;
            }
            context.listener().on(new PullEvent.BlobRetried(blob, source.source(), e.failure()));
            takeAllOrForget(source);
        }
    }

    private void takeAllOrForget(RemoteSource source) throws PullException {
        try {
            takeAll(source);
        } catch (PullException e) {
            if (isWrong(e.failure())) {
                writer.reset();
            }
            throw e;
        }
    }

    private static boolean isWrong(PullFailure failure) {
        return failure instanceof PullFailure.Mismatch || failure instanceof PullFailure.Malformed;
    }

    private void takeAll(RemoteSource source) throws PullException {
        int breaks = 0;
        long mark = writer.position();
        pieced |= mark > 0;
        while (writer.position() < blob.size()) {
            Optional<PullException> broken = takeAnswer(source);
            if (broken.isEmpty()) {
                break;
            }
            if (writer.position() - mark >= HEADWAY) {
                breaks = 0;
                mark = writer.position();
            }
            breaks++;
            if (breaks > MAX_BREAKS) {
                throw broken.get();
            }
            context.listener()
                    .on(new PullEvent.BlobRetried(
                            blob, source.source(), broken.get().failure()));
            pause(breaks);
        }
        writer.commit();
    }

    /// Takes what one answer gives. Returns what broke it off, if that happened before the last byte.
    private Optional<PullException> takeAnswer(RemoteSource source) throws PullException {
        pieced |= writer.position() > 0;
        RemoteBlob remote = source.repository().blob(blob, writer.position());
        try (remote) {
            if (remote.offset() != writer.position()) {
                writer.reset();
                pieced = false;
            }
            writer.take(remote.body(), position -> context.listener().on(new PullEvent.BlobProgress(blob, position)));
        } catch (PullException e) {
            if (!(e.failure() instanceof PullFailure.Unreachable)) {
                throw e;
            }
        } catch (IOException e) {
            stopIfInterrupted(e);
        }
        return writer.position() < blob.size() ? Optional.of(brokenOff(source)) : Optional.empty();
    }

    private static void stopIfInterrupted(IOException broken) throws PullException {
        if (Thread.currentThread().isInterrupted()) {
            throw new PullException(new PullFailure.Cancelled("pull", "interrupted"), broken);
        }
    }

    private PullException brokenOff(RemoteSource source) {
        return new PullException(new PullFailure.Unreachable(
                source.name(),
                "the connection broke off at byte " + writer.position() + " of " + blob.size() + " of "
                        + blob.digest()));
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
