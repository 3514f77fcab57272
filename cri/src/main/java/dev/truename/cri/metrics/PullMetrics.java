package dev.truename.cri.metrics;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.event.Words;
import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Pulls: how they ended, where the image came from, and how long that took.
final class PullMetrics {
    private static final double NANOS = 1e9;
    private static final String DONE = "done";
    private static final String RUNTIME = "runtime";

    private final Counter pulls;
    private final Histogram duration;
    private final Histogram wait;
    private final Counter joined;
    private final Counter candidate;
    private final Counter source;
    private final Counter failures;
    private final Counter retries;
    private final Counter fetchedBytes;
    private final Counter fetchedBlobs;
    private final Counter reusedBytes;
    private final Counter reusedBlobs;
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    PullMetrics(Instruments instruments) {
        this.pulls = instruments.counter(Metrics.PULLS);
        this.duration = instruments.histogram(Metrics.PULL_DURATION);
        this.wait = instruments.histogram(Metrics.PULL_WAIT);
        this.joined = instruments.counter(Metrics.PULLS_JOINED);
        this.candidate = instruments.counter(Metrics.PULL_CANDIDATE);
        this.source = instruments.counter(Metrics.PULL_SOURCE);
        this.failures = instruments.counter(Metrics.SOURCE_FAILURES);
        this.retries = instruments.counter(Metrics.BLOB_RETRIES);
        this.fetchedBytes = instruments.counter(Metrics.FETCHED_BYTES);
        this.fetchedBlobs = instruments.counter(Metrics.FETCHED_BLOBS);
        this.reusedBytes = instruments.counter(Metrics.REUSED_BYTES);
        this.reusedBlobs = instruments.counter(Metrics.REUSED_BLOBS);
        instruments.gauge(Metrics.PULLS_IN_FLIGHT, running::size);
        instruments.gauge(Metrics.PULLS_WAITING, waiting::size);
    }

    int inFlight() {
        return running.size();
    }

    int waiting() {
        return waiting.size();
    }

    void count(NodeEvent.PullRequested requested) {
        waiting.add(requested.ticket().number());
    }

    void count(NodeEvent.PullJoined event) {
        waiting.remove(event.ticket().number());
        joined.inc();
    }

    void count(NodeEvent.PullLeft left) {
        waiting.remove(left.ticket().number());
    }

    void count(NodeEvent.PullStarted started) {
        waiting.remove(started.ticket().number());
        running.add(started.ticket().number());
        wait.observe(seconds(started.waited()));
    }

    void count(NodeEvent.PullProgressed progressed) {
        if (progressed.event() instanceof PullEvent.BlobRetried retried) {
            retries.labelValues(Words.of(retried.failure())).inc();
        }
    }

    void count(NodeEvent.PullSucceeded succeeded) {
        PullOutcome.Pulled outcome = succeeded.outcome();
        end(succeeded.ticket(), DONE, DONE, succeeded.took());
        candidate
                .labelValues(Index.word(succeeded.ticket().candidates().indexOf(outcome.reference())))
                .inc();
        source.labelValues(word(Optional.of(outcome.source())), Index.word(before(outcome)))
                .inc();
        outcome.failures().forEach(this::count);
        PullOutcome.Transfer transfer = outcome.transfer();
        fetchedBytes.inc(transfer.fetchedBytes());
        fetchedBlobs.inc(transfer.fetchedBlobs());
        reusedBytes.inc(transfer.reusedBytes());
        reusedBlobs.inc(transfer.reusedBlobs());
    }

    /// How many sources of the same candidate were asked ahead of the one that gave the image.
    private static int before(PullOutcome.Pulled outcome) {
        return (int) outcome.failures().stream()
                .filter(failure -> failure.candidate().equals(outcome.reference()))
                .map(SourceFailure::source)
                .filter(asked -> !asked.equals(Optional.of(outcome.source())))
                .distinct()
                .count();
    }

    void count(NodeEvent.PullFailed failed) {
        String word = Words.of(failed.outcome().mostTelling().failure());
        end(failed.ticket(), word, "failed", failed.took());
        failed.outcome().failures().forEach(this::count);
    }

    /// It is over, and is none of the outcomes: as a broken call it is counted.
    void count(NodeEvent.PullBroken broken) {
        waiting.remove(broken.ticket().number());
        running.remove(broken.ticket().number());
    }

    /// One candidate that the runtime was asked for.
    void count(NodeEvent.RuntimePulled asked) {
        if (!asked.status().isOk()) {
            failures.labelValues(Words.of(asked.status()), RUNTIME).inc();
        }
    }

    void count(NodeEvent.RuntimePullEnded ended) {
        String word = Words.of(ended);
        switch (ended.outcome()) {
            case RuntimeOutcome.Pulled pulled -> {
                end(ended.ticket(), word, DONE, ended.took());
                int place = ended.ticket().candidates().indexOf(pulled.candidate());
                candidate.labelValues(Index.word(place)).inc();
                source.labelValues(RUNTIME, Index.word(0)).inc();
            }
            case RuntimeOutcome.Absent _, RuntimeOutcome.Blocked _, RuntimeOutcome.Failed _ ->
                end(ended.ticket(), word, "failed", ended.took());
        }
    }

    private void end(PullTicket ticket, String outcome, String result, Duration took) {
        waiting.remove(ticket.number());
        running.remove(ticket.number());
        pulls.labelValues(outcome).inc();
        duration.labelValues(result).observe(seconds(took));
    }

    private void count(SourceFailure failure) {
        failures.labelValues(Words.of(failure.failure()), word(failure.source()))
                .inc();
    }

    private static String word(Optional<PullSource> asked) {
        return asked.map(each -> each.mirror() ? "mirror" : "registry").orElse("none");
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
