package dev.truename.cri.log;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.event.Words;
import dev.truename.names.reference.Qualified;
import io.grpc.Status;
import java.util.Optional;

/// What the runtime was asked to do, and whether it is there.
final class RuntimeLines {
    private final Log log;

    RuntimeLines(Log log) {
        this.log = log;
    }

    void tell(NodeEvent.RuntimePulled asked) {
        if (asked.status().isOk()) {
            return; // its end is told
        }
        PullTicket ticket = asked.ticket();
        log.write(
                passes(asked.status()) ? LogLevel.INFO : LogLevel.WARNING,
                "source-failed",
                PullLines.head(ticket) + ": the runtime did not pull " + asked.candidate(),
                PullLines.of(ticket)
                        .text("candidate", asked.candidate().toString())
                        .text("sent", ifOther(asked.sent(), asked.candidate()))
                        .text("failure", Words.of(asked.status()))
                        .text("code", asked.status().getCode().name())
                        .text("cause", description(asked.status()))
                        .millis("millis", asked.took())
                        .text("snapshot", ticket.snapshot()));
    }

    /// Whether nobody has to look after it.
    private static boolean passes(Status status) {
        return status.getCode() == Status.Code.NOT_FOUND || status.getCode() == Status.Code.CANCELLED;
    }

    void tell(NodeEvent.RuntimePullEnded ended) {
        switch (ended.outcome()) {
            case RuntimeOutcome.Pulled pulled -> pulled(ended, pulled);
            case RuntimeOutcome.Absent _, RuntimeOutcome.Blocked _, RuntimeOutcome.Failed _ -> failed(ended);
        }
    }

    private void pulled(NodeEvent.RuntimePullEnded ended, RuntimeOutcome.Pulled pulled) {
        PullTicket ticket = ended.ticket();
        log.write(
                LogLevel.INFO,
                "pulled",
                PullLines.head(ticket) + " done: " + pulled.candidate() + " by the runtime, which verifies",
                PullLines.of(ticket)
                        .text("reference", pulled.candidate().toString())
                        .text("sent", ifOther(pulled.sent(), pulled.candidate()))
                        .text("id", pulled.image())
                        .millis("millis", ended.took())
                        .text("snapshot", ticket.snapshot()));
    }

    private void failed(NodeEvent.RuntimePullEnded ended) {
        PullTicket ticket = ended.ticket();
        log.write(
                ended.status().getCode() == Status.Code.CANCELLED ? LogLevel.INFO : LogLevel.ERROR,
                "pull-failed",
                PullLines.head(ticket) + " failed",
                PullLines.of(ticket)
                        .text("failure", Words.of(ended))
                        .text("told", description(ended.status()))
                        .millis("millis", ended.took())
                        .text("snapshot", ticket.snapshot()));
    }

    private static Optional<String> ifOther(Qualified sent, Qualified candidate) {
        return sent.equals(candidate) ? Optional.empty() : Optional.of(sent.toString());
    }

    private static Optional<String> description(Status status) {
        return Optional.ofNullable(status.getDescription());
    }

    void tell(NodeEvent.RuntimeRemoved removed) {
        log.write(
                LogLevel.INFO,
                "image-removed",
                "the runtime has removed an image, if it was there",
                new LogFields().text("image", removed.input()).text("sent", removed.sent()));
    }

    void tell(NodeEvent.RuntimeLost lost) {
        log.write(
                LogLevel.WARNING,
                "runtime-lost",
                "the runtime does not answer; it is looked for twice a second",
                new LogFields().text("socket", lost.socket().toString()));
    }

    void tell(NodeEvent.RuntimeFound found) {
        log.write(
                LogLevel.INFO,
                "runtime-found",
                "the runtime answers again",
                new LogFields().text("socket", found.socket().toString()).millis("away_millis", found.away()));
    }
}
