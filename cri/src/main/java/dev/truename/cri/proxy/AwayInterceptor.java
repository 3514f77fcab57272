package dev.truename.cri.proxy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Says what gRPC does not when a runtime is away: which one, where it was looked for, and what to do. What a runtime
/// says itself stays as it is; it comes with headers or trailers, and what gRPC says in its place with neither.
final class AwayInterceptor implements ClientInterceptor {
    private final Path socket;

    AwayInterceptor(Path socket) {
        this.socket = socket;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new Answer<>(listener), headers);
            }
        };
    }

    private final class Answer<A> extends SimpleForwardingClientCallListener<A> {
        private boolean answered;

        Answer(ClientCall.Listener<A> listener) {
            super(listener);
        }

        @Override
        public void onHeaders(Metadata headers) {
            answered = true;
            super.onHeaders(headers);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            boolean away = status.getCode() == Status.Code.UNAVAILABLE
                    && !answered
                    && trailers.keys().isEmpty();
            super.onClose(away ? told(status) : status, trailers);
        }
    }

    private Status told(Status status) {
        @Nullable Throwable cause = status.getCause();
        @Nullable String why = cause == null ? status.getDescription() : cause.getMessage();
        return status.withDescription("the runtime does not answer on " + socket + " (" + why
                + "); see whether it runs, and that --upstream names its socket");
    }
}
