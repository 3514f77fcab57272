package dev.truename.cri.trace;

import dev.truename.cri.event.BareAddresses;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A span for each call that names images, below the caller's if it sent one along (the kubelet does when it traces).
final class TraceInterceptor implements ServerInterceptor {
    /// The span of the call that a thread is at.
    static final Context.Key<CallSpan> CALL = Context.key("call-span");

    /// What clients ask for every few seconds, such as `ImageFsInfo`, is not worth a span.
    private static final Set<String> METHODS =
            Set.of("ListImages", "StreamImages", "ImageStatus", "PullImage", "RemoveImage");

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    TraceInterceptor(Tracer tracer, TextMapPropagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// @param startNanos as the system's clock of the epoch counts
    record CallSpan(Span span, long startNanos) {}

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
        if (!METHODS.contains(method)) {
            return next.startCall(call, headers);
        }
        long start = TraceListener.now();
        Span span = tracer.spanBuilder(call.getMethodDescriptor().getFullMethodName())
                .setSpanKind(SpanKind.SERVER)
                .setParent(propagator.extract(io.opentelemetry.context.Context.root(), headers, new Headers()))
                .setStartTimestamp(start, TimeUnit.NANOSECONDS)
                .setAttribute("rpc.system", "grpc")
                .setAttribute(
                        "rpc.service", String.valueOf(call.getMethodDescriptor().getServiceName()))
                .setAttribute("rpc.method", method)
                .startSpan();
        Context context = Context.current().withValue(CALL, new CallSpan(span, start));
        return Contexts.interceptCall(context, new Ending<>(call, span), headers, next);
    }

    /// Ends the span with the call.
    private static final class Ending<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Span span;

        Ending(ServerCall<Q, A> call, Span span) {
            super(call);
            this.span = span;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            span.setAttribute("rpc.grpc.status_code", status.getCode().value());
            if (!status.isOk()) {
                @Nullable String description = status.getDescription();
                span.setStatus(StatusCode.ERROR, description == null ? "" : BareAddresses.in(description));
            }
            super.close(status, trailers);
            span.end();
        }
    }

    private static final class Headers implements TextMapGetter<Metadata> {
        @Override
        public @Nullable String get(@Nullable Metadata headers, String key) {
            return headers == null ? null : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
        }
    }
}
