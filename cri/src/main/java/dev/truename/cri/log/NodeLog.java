package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.Words;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Tells what happens in the node service, so that the log alone answers why a pull went where it went and why it
/// failed: what the name means on whose word (file and line, and the snapshot's id), each source that was asked with
/// its cause and time, and what was verified.
///
/// What the kubelet asks for every few seconds is told at [LogLevel#DEBUG] only.
public final class NodeLog implements NodeListener {
    /// Of a mistake of this program.
    private static final int FRAMES = 8;

    private final Log log;
    private final ResolutionLines resolutions;
    private final PullLines pulls;
    private final RuntimeLines runtime;

    public NodeLog(Log log) {
        this.log = requireNonNull(log);
        this.resolutions = new ResolutionLines(log);
        this.pulls = new PullLines(log);
        this.runtime = new RuntimeLines(log);
    }

    @Override
    public void on(NodeEvent event) {
        switch (event) {
            case NodeEvent.CallEnded ended -> tell(ended);
            case NodeEvent.NameResolved resolved -> resolutions.tell(resolved);
            case NodeEvent.NameInvalid invalid -> resolutions.tell(invalid);
            case NodeEvent.NameBlocked blocked -> resolutions.tell(blocked);
            case NodeEvent.PullRequested requested -> pulls.tell(requested);
            case NodeEvent.PullJoined joined -> pulls.tell(joined);
            case NodeEvent.PullStarted started -> pulls.tell(started);
            case NodeEvent.PullProgressed progressed -> pulls.tell(progressed);
            case NodeEvent.PullSucceeded succeeded -> pulls.tell(succeeded);
            case NodeEvent.PullFailed failed -> pulls.tell(failed);
            case NodeEvent.PullBroken _ -> {} // the calls that waited for it tell
            case NodeEvent.RuntimePulled asked -> runtime.tell(asked);
            case NodeEvent.RuntimePullEnded ended -> runtime.tell(ended);
            case NodeEvent.RuntimeRemoved removed -> runtime.tell(removed);
            case NodeEvent.RuntimeLost lost -> runtime.tell(lost);
            case NodeEvent.RuntimeFound found -> runtime.tell(found);
            case NodeEvent.PullLeft left -> pulls.tell(left);
            case NodeEvent.ImageRemoved removed -> tell(removed);
            case NodeEvent.Reclaimed reclaimed -> tell(reclaimed);
            case NodeEvent.ReclaimFailed failed -> tell(failed);
            case NodeEvent.ImageDamaged damaged -> tell(damaged);
            case NodeEvent.Broken broken -> tell(broken);
        }
    }

    private void tell(NodeEvent.CallEnded ended) {
        LogLevel level = level(ended.status());
        if (!log.takes(level)) {
            return;
        }
        LogFields fields = new LogFields()
                .text("call", ended.method())
                .text("code", ended.status().getCode().name())
                .millis("millis", ended.took());
        String told = ended.status().getDescription();
        if (told != null) {
            fields.text("told", told);
        }
        log.write(level, "call", ended.method() + (ended.status().isOk() ? " answered" : " failed"), fields);
    }

    private static LogLevel level(Status status) {
        return switch (status.getCode()) {
            case OK -> LogLevel.DEBUG;
            case CANCELLED, DEADLINE_EXCEEDED, UNIMPLEMENTED -> LogLevel.INFO;
            case INTERNAL, DATA_LOSS -> LogLevel.ERROR;
            case UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNAVAILABLE,
                    UNAUTHENTICATED -> LogLevel.WARNING;
        };
    }

    private void tell(NodeEvent.ImageRemoved removed) {
        log.write(
                LogLevel.INFO,
                "image-removed",
                "image removed",
                new LogFields().text("id", removed.image().toString()).texts("names", removed.names()));
    }

    private void tell(NodeEvent.Reclaimed reclaimed) {
        boolean nothing = reclaimed.pruned().blobs() == 0 && reclaimed.pruned().leftovers() == 0;
        log.write(
                nothing ? LogLevel.DEBUG : LogLevel.INFO,
                "reclaimed",
                "room of removed images given back",
                new LogFields()
                        .number("blobs", reclaimed.pruned().blobs())
                        .number("bytes", reclaimed.pruned().bytes())
                        .number("leftovers", reclaimed.pruned().leftovers())
                        .millis("millis", reclaimed.took()));
    }

    private void tell(NodeEvent.ReclaimFailed failed) {
        log.write(
                LogLevel.WARNING,
                "reclaim-failed",
                "room of removed images could not be given back yet",
                new LogFields().text("failure", Words.of(failed.failure())).text("cause", Causes.of(failed.failure())));
    }

    private void tell(NodeEvent.ImageDamaged damaged) {
        log.write(
                LogLevel.WARNING,
                "image-damaged",
                "a stored image cannot be used, and counts as not there",
                new LogFields()
                        .text("image", damaged.name())
                        .text("failure", Words.of(damaged.failure()))
                        .text("cause", Causes.of(damaged.failure())));
    }

    private void tell(NodeEvent.Broken broken) {
        List<StackTraceElement> frames = Arrays.asList(broken.cause().getStackTrace());
        log.write(
                LogLevel.ERROR,
                "broken",
                "a mistake of truename; please report it",
                new LogFields()
                        .text("in", broken.where())
                        .text("cause", broken.cause().toString())
                        .text(
                                "at",
                                frames.stream()
                                        .limit(FRAMES)
                                        .map(StackTraceElement::toString)
                                        .collect(Collectors.joining(" < "))));
    }
}
