package dev.truename.cri.own;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.Puller;
import dev.truename.pull.pull.SourceFailure;
import dev.truename.pull.transport.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One pull, from its turn in the queue to the image's id.
final class PullWork implements Flights.Work<PullEnd> {
    private final PullTicket ticket;
    private final NodeSnapshot snapshot;
    private final CredentialSource credentials;
    private final PullTools tools;

    PullWork(PullTicket ticket, NodeSnapshot snapshot, CredentialSource credentials, PullTools tools) {
        this.ticket = ticket;
        this.snapshot = snapshot;
        this.credentials = credentials;
        this.tools = tools;
    }

    PullTicket ticket() {
        return ticket;
    }

    @Override
    public PullEnd run() {
        long asked = System.nanoTime();
        try {
            tools.turns().acquire();
        } catch (InterruptedException e) {
            return failed(asked, ours(new PullFailure.Cancelled("pull", "nobody waits for it any more")));
        }
        try {
            tools.listener().on(new NodeEvent.PullStarted(ticket, since(asked)));
            return pull(System.nanoTime());
        } catch (RuntimeException | Error e) {
            tools.listener().on(new NodeEvent.PullBroken(ticket));
            throw e;
        } finally {
            tools.turns().release();
        }
    }

    private PullEnd pull(long start) {
        PullOutcome outcome;
        boolean expired;
        try (DistributionClient client = tools.connections().client(credentials);
                ProgressWatch watch = new ProgressWatch(
                        tools.progressTimeout(),
                        event -> tools.listener().on(new NodeEvent.PullProgressed(ticket, event)))) {
            outcome = puller(client).pull(ticket.candidates(), watch);
            expired = watch.expired();
        }
        return switch (outcome) {
            case PullOutcome.Pulled pulled -> succeeded(start, pulled);
            case PullOutcome.Failed failed -> failed(start, expired ? stuck(failed) : failed);
        };
    }

    private Puller puller(DistributionClient client) {
        return new Puller(
                snapshot.planner(),
                source -> client.repository(source.reference().repository(), source.insecure()),
                tools.store(),
                tools.settings(),
                Pauses.real(),
                Thread.ofVirtual().factory(),
                tools.blobs());
    }

    private PullEnd succeeded(long start, PullOutcome.Pulled pulled) {
        try {
            Digest image = tools.images().idOf(pulled.root());
            tools.listener().on(new NodeEvent.PullSucceeded(ticket, pulled, image, since(start)));
            return new PullEnd.Pulled(image);
        } catch (PullException e) {
            return failed(start, ours(e.failure()));
        }
    }

    private PullEnd failed(long start, PullOutcome.Failed outcome) {
        tools.listener().on(new NodeEvent.PullFailed(ticket, outcome, since(start)));
        return new PullEnd.Failed(outcome);
    }

    private PullOutcome.Failed ours(PullFailure failure) {
        return new PullOutcome.Failed(
                List.of(new SourceFailure(ticket.candidates().getFirst(), Optional.empty(), failure)));
    }

    /// It was stopped since nothing came: that is the source's failure and nobody's wish.
    private PullOutcome.Failed stuck(PullOutcome.Failed stopped) {
        String detail = "nothing happened for " + tools.progressTimeout().toSeconds() + " s, so the pull was ended";
        return new PullOutcome.Failed(stopped.failures().stream()
                .map(failure -> failure.failure() instanceof PullFailure.Cancelled
                        ? new SourceFailure(
                                failure.candidate(),
                                failure.source(),
                                new PullFailure.Unreachable(host(failure), detail))
                        : failure)
                .toList());
    }

    private static String host(SourceFailure failure) {
        return failure.source()
                .map(PullSource::reference)
                .orElse(failure.candidate())
                .repository()
                .host();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
