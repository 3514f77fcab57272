package dev.truename.cri.log;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.Words;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Pulls, from who asked to what is in the store.
final class PullLines {
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Log log;

    /// When the source that is being asked was asked first, by pull; an entry for each pull that goes on.
    private final Map<Long, Instant> asked = new ConcurrentHashMap<>();

    PullLines(Log log) {
        this.log = log;
    }

    static LogFields of(PullTicket ticket) {
        return new LogFields().number("pull", ticket.number()).text("image", ticket.input());
    }

    static String head(PullTicket ticket) {
        return "pull " + ticket.number() + " of " + ticket.input();
    }

    void tell(NodeEvent.PullRequested requested) {
        PullTicket ticket = requested.ticket();
        LogFields fields = of(ticket)
                .text("written", ticket.userSpecified())
                .text("namespace", ticket.namespace())
                .texts(
                        "candidates",
                        ticket.candidates().stream().map(Qualified::toString).toList())
                .text("snapshot", ticket.snapshot());
        log.write(LogLevel.INFO, "pull-requested", head(ticket) + " requested", fields);
    }

    void tell(NodeEvent.PullJoined joined) {
        log.write(
                LogLevel.INFO,
                "pull-joined",
                head(joined.ticket()) + " waits for pull " + joined.other() + ", which is equal",
                of(joined.ticket()).number("other", joined.other()));
    }

    void tell(NodeEvent.PullStarted started) {
        log.write(
                started.waited().compareTo(LONG) < 0 ? LogLevel.DEBUG : LogLevel.INFO,
                "pull-started",
                head(started.ticket()) + " started",
                of(started.ticket()).millis("waited_millis", started.waited()));
    }

    void tell(NodeEvent.PullProgressed progressed) {
        PullTicket ticket = progressed.ticket();
        switch (progressed.event()) {
            case PullEvent.Asking asking -> {
                asked.put(ticket.number(), log.clock().instant());
                log.write(
                        LogLevel.DEBUG,
                        "source-asked",
                        head(ticket) + ": asking " + Causes.place(asking.source()),
                        of(ticket).text("source", asking.source().reference().toString()));
            }
            case PullEvent.SourceFailed failed -> tell(ticket, failed.failure());
            case PullEvent.Chosen chosen ->
                log.write(
                        LogLevel.DEBUG,
                        "image-chosen",
                        head(ticket) + ": image chosen",
                        of(ticket)
                                .text("digest", chosen.image().digest().toString())
                                .number("blobs", chosen.blobs())
                                .number("bytes", chosen.bytes()));
            case PullEvent.BlobRetried retried ->
                log.write(
                        LogLevel.INFO,
                        "blob-retried",
                        head(ticket) + ": a piece is fetched again",
                        of(ticket)
                                .text("digest", retried.blob().digest().toString())
                                .text("source", Causes.place(retried.source()))
                                .text("failure", Words.of(retried.failure()))
                                .text("cause", Causes.of(retried.failure())));
            case PullEvent.BlobReused _,
                    PullEvent.BlobStarted _,
                    PullEvent.BlobProgress _,
                    PullEvent.BlobDone _ -> {} // told in sum at the end
        }
    }

    private void tell(PullTicket ticket, SourceFailure failure) {
        log.write(
                failure.failure() instanceof PullFailure.NotFound ? LogLevel.INFO : LogLevel.WARNING,
                "source-failed",
                head(ticket) + ": " + Causes.place(failure) + " did not give it",
                failed(ticket, failure).text("snapshot", ticket.snapshot()));
    }

    private LogFields failed(PullTicket ticket, SourceFailure failure) {
        LogFields fields = of(ticket)
                .text("candidate", failure.candidate().toString())
                .text(
                        "source",
                        failure.source().map(source -> source.reference().toString()))
                .text(
                        "origin",
                        failure.source().flatMap(source -> source.origin()).map(Origin::toString))
                .text("failure", Words.of(failure.failure()))
                .text("cause", Causes.of(failure.failure()));
        @Nullable Instant since = asked.get(ticket.number());
        return since == null
                ? fields
                : fields.millis("millis", Duration.between(since, log.clock().instant()));
    }

    void tell(NodeEvent.PullSucceeded succeeded) {
        PullTicket ticket = succeeded.ticket();
        PullOutcome.Pulled outcome = succeeded.outcome();
        PullOutcome.Transfer transfer = outcome.transfer();
        asked.remove(ticket.number());
        log.write(
                LogLevel.INFO,
                "pulled",
                head(ticket) + " done: " + outcome.reference() + " from " + Causes.place(outcome.source())
                        + ", every digest and size verified",
                of(ticket)
                        .text("reference", outcome.reference().toString())
                        .text("digest", outcome.root().digest().toString())
                        .text("id", succeeded.image().toString())
                        .text("source", outcome.source().reference().toString())
                        .flag("mirror", outcome.source().mirror())
                        .text("origin", outcome.source().origin().map(Origin::toString))
                        .number("failed_sources", outcome.failures().size())
                        .number("fetched_blobs", transfer.fetchedBlobs())
                        .number("fetched_bytes", transfer.fetchedBytes())
                        .number("reused_blobs", transfer.reusedBlobs())
                        .number("reused_bytes", transfer.reusedBytes())
                        .millis("millis", succeeded.took())
                        .text("snapshot", ticket.snapshot()));
    }

    void tell(NodeEvent.PullFailed failed) {
        PullTicket ticket = failed.ticket();
        SourceFailure telling = failed.outcome().mostTelling();
        log.write(
                telling.failure() instanceof PullFailure.Cancelled ? LogLevel.INFO : LogLevel.ERROR,
                "pull-failed",
                head(ticket) + " failed: " + Causes.of(telling),
                of(ticket)
                        .text("failure", Words.of(telling.failure()))
                        .texts(
                                "sources",
                                failed.outcome().failures().stream()
                                        .map(each -> Words.of(each.failure()) + " at " + Causes.of(each))
                                        .toList())
                        .millis("millis", failed.took())
                        .text("snapshot", ticket.snapshot()));
        asked.remove(ticket.number());
    }

    void tell(NodeEvent.PullLeft left) {
        log.write(LogLevel.INFO, "pull-left", head(left.ticket()) + ": its caller has gone", of(left.ticket()));
    }
}
