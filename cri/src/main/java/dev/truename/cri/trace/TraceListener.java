package dev.truename.cri.trace;

import dev.truename.cri.event.BareAddresses;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.event.Words;
import dev.truename.cri.trace.TraceInterceptor.CallSpan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.names.shortname.Resolution;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.SourceFailure;
import dev.truename.pull.transport.Shown;
import io.grpc.Status;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Spans below a call's: `resolve`, from the call's start to the name's meaning; `pull`, and below it one `source` for
/// each that was asked. A pull that others wait for is below the call that began it; the others link to it.
final class TraceListener implements NodeListener {
    private static final long NANOS = 1_000_000_000;

    private final Tracer tracer;

    /// By ticket, from when they were asked for until they end.
    private final Map<Long, PullSpans> pulls = new ConcurrentHashMap<>();

    TraceListener(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The spans of one pull, whose events come one after another.
    private static final class PullSpans {
        private final Span call;
        private volatile @Nullable Span pull;
        private volatile @Nullable Span source;

        PullSpans(Span call) {
            this.call = call;
        }
    }

    static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public void on(NodeEvent event) {
        switch (event) {
            case NodeEvent.NameResolved resolved -> resolved(resolved);
            case NodeEvent.PullRequested requested -> {
                @Nullable CallSpan call = TraceInterceptor.CALL.get();
                if (call != null) {
                    pulls.put(requested.ticket().number(), new PullSpans(call.span()));
                }
            }
            case NodeEvent.PullJoined joined -> joined(joined);
            case NodeEvent.PullStarted started -> started(started);
            case NodeEvent.PullProgressed progressed -> progressed(progressed);
            case NodeEvent.PullSucceeded succeeded -> {
                @Nullable Span pull = end(succeeded.ticket(), null);
                if (pull != null) {
                    pull.setAttribute(
                            "truename.reference",
                            succeeded.outcome().reference().toString());
                    pull.setAttribute(
                            "truename.digest",
                            succeeded.outcome().root().digest().toString());
                    pull.setAttribute(
                            "truename.fetched_bytes",
                            succeeded.outcome().transfer().fetchedBytes());
                    pull.setAttribute(
                            "truename.reused_bytes",
                            succeeded.outcome().transfer().reusedBytes());
                    pull.end();
                }
            }
            case NodeEvent.PullFailed failed -> {
                PullFailure failure = failed.outcome().mostTelling().failure();
                @Nullable Span pull = end(failed.ticket(), failure);
                if (pull != null) {
                    fail(pull, failure);
                    pull.end();
                }
            }
            case NodeEvent.PullBroken broken -> {
                @Nullable Span pull = end(broken.ticket(), null);
                if (pull != null) {
                    pull.setStatus(StatusCode.ERROR);
                    pull.end();
                }
            }
            case NodeEvent.RuntimePulled asked -> runtimePulled(asked);
            case NodeEvent.RuntimePullEnded ended -> {
                @Nullable Span pull = end(ended.ticket(), null);
                if (pull != null) {
                    if (ended.outcome() instanceof RuntimeOutcome.Pulled pulled) {
                        pull.setAttribute(
                                "truename.reference", pulled.candidate().toString());
                    }
                    fail(pull, ended.status(), Words.of(ended));
                    pull.end();
                }
            }
            case NodeEvent.CallEnded _,
                    NodeEvent.NameInvalid _,
                    NodeEvent.NameBlocked _,
                    NodeEvent.PullLeft _,
                    NodeEvent.RuntimeRemoved _,
                    NodeEvent.RuntimeLost _,
                    NodeEvent.RuntimeFound _,
                    NodeEvent.ImageRemoved _,
                    NodeEvent.Reclaimed _,
                    NodeEvent.ReclaimFailed _,
                    NodeEvent.ImageDamaged _,
                    NodeEvent.Broken _ -> {} // the call's own span tells, or they are nobody's call
        }
    }

    private static void fail(Span span, PullFailure failure) {
        span.setAttribute("truename.failure", Words.of(failure));
        span.setStatus(StatusCode.ERROR, failure.source() + ": " + failure.detail());
    }

    private static void fail(Span span, Status status, String word) {
        if (!status.isOk()) {
            span.setAttribute("truename.failure", word);
            span.setStatus(StatusCode.ERROR, Shown.text(BareAddresses.in(String.valueOf(status.getDescription()))));
        }
    }

    /// The runtime is the one source of a candidate; that it was asked is told afterwards.
    private void runtimePulled(NodeEvent.RuntimePulled asked) {
        @Nullable PullSpans spans = pulls.get(asked.ticket().number());
        @Nullable Span pull = spans == null ? null : spans.pull;
        if (pull != null) {
            Span source = below(pull, "source")
                    .setStartTimestamp(now() - asked.took().toNanos(), TimeUnit.NANOSECONDS)
                    .setAttribute("truename.candidate", asked.candidate().toString())
                    .setAttribute("truename.source", "runtime")
                    .setAttribute("truename.sent", asked.sent().toString())
                    .startSpan();
            fail(source, asked.status(), Words.of(asked.status()));
            source.end();
        }
    }

    private SpanBuilder below(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent));
    }

    private void resolved(NodeEvent.NameResolved resolved) {
        @Nullable CallSpan call = TraceInterceptor.CALL.get();
        if (call == null) {
            return;
        }
        SpanBuilder builder = below(call.span(), "resolve")
                .setStartTimestamp(call.startNanos(), TimeUnit.NANOSECONDS)
                .setAttribute("truename.image", resolved.input())
                .setAttribute("truename.resolution", Words.of(resolved.resolution()))
                .setAttribute("truename.snapshot", resolved.snapshot());
        if (resolved.resolution() instanceof Resolution.Aliased aliased) {
            builder.setAttribute("truename.reference", aliased.reference().toString())
                    .setAttribute("truename.origin", aliased.alias().origin().toString());
        }
        builder.startSpan().end();
    }

    private void joined(NodeEvent.PullJoined joined) {
        @Nullable PullSpans own = pulls.remove(joined.ticket().number());
        @Nullable PullSpans other = pulls.get(joined.other());
        if (own == null) {
            return;
        }
        own.call.addEvent(
                "joined",
                Attributes.builder().put("truename.pull", joined.other()).build());
        @Nullable Span pull = other == null ? null : other.pull;
        if (pull != null) {
            own.call.addLink(pull.getSpanContext());
        }
    }

    private void started(NodeEvent.PullStarted started) {
        @Nullable PullSpans spans = pulls.get(started.ticket().number());
        if (spans != null) {
            spans.pull = below(spans.call, "pull")
                    .setAttribute("truename.image", started.ticket().input())
                    .setAttribute("truename.pull", started.ticket().number())
                    .setAttribute("truename.waited_ms", started.waited().toMillis())
                    .startSpan();
        }
    }

    private void progressed(NodeEvent.PullProgressed progressed) {
        @Nullable PullSpans spans = pulls.get(progressed.ticket().number());
        @Nullable Span pull = spans == null ? null : spans.pull;
        if (spans == null || pull == null) {
            return;
        }
        if (progressed.event() instanceof PullEvent.Asking(Qualified candidate, PullSource source)) {
            endSource(spans, null);
            spans.source = below(pull, "source")
                    .setAttribute("truename.candidate", candidate.toString())
                    .setAttribute("truename.source", source.reference().toString())
                    .setAttribute("truename.mirror", source.mirror())
                    .startSpan();
        } else if (progressed.event() instanceof PullEvent.SourceFailed(SourceFailure failure)) {
            endSource(spans, failure.failure());
        }
    }

    private static void endSource(PullSpans spans, @Nullable PullFailure failure) {
        @Nullable Span source = spans.source;
        spans.source = null;
        if (source != null) {
            if (failure != null) {
                fail(source, failure);
            }
            source.end();
        }
    }

    /// Ends the last source, and gives the pull's span to be ended.
    private @Nullable Span end(PullTicket ticket, @Nullable PullFailure failure) {
        @Nullable PullSpans spans = pulls.remove(ticket.number());
        if (spans == null) {
            return null;
        }
        endSource(spans, failure);
        return spans.pull;
    }
}
