package dev.truename.cri.server;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers calls: each against one snapshot, on a thread of its own, which is interrupted when its caller is gone.
final class Calls {
    /// What the caller sent beside its request.
    static final Context.Key<Metadata> HEADERS = Context.key("headers");

    private final Supplier<NodeSnapshot> snapshots;
    private final NodeListener listener;
    private final Executor threads;
    private final Semaphore free;
    private final Status tooMany;

    /// @param threads where calls are answered
    /// @param atOnce how many calls may be under way; more are refused, since each holds its request
    Calls(Supplier<NodeSnapshot> snapshots, NodeListener listener, Executor threads, int atOnce) {
        this.snapshots = snapshots;
        this.listener = listener;
        this.threads = threads;
        this.free = new Semaphore(atOnce);
        this.tooMany = Status.RESOURCE_EXHAUSTED.withDescription(
                atOnce + " calls are under way at truename, which is the most; try again when some have ended");
    }

    /// The work of one call, which answers once.
    @FunctionalInterface
    interface Answer<T> {
        T to(CallContext call) throws StatusException;
    }

    /// The work of one call, which answers in parts.
    @FunctionalInterface
    interface Parts<T> {
        void to(CallContext call, Consumer<T> parts) throws StatusException;
    }

    <T> void answer(String method, StreamObserver<T> observer, Answer<T> answer) {
        stream(method, observer, (call, parts) -> parts.accept(answer.to(call)));
    }

    /// To be called by the thread that reads the connection, which does not wait.
    <T> void stream(String method, StreamObserver<T> observer, Parts<T> work) {
        long start = System.nanoTime();
        ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(() -> {}); // else to answer the gone would throw
        if (free.tryAcquire()) {
            threads.execute(Context.current().wrap(() -> {
                End end;
                try {
                    end = run(method, observer, work);
                } finally {
                    free.release();
                }
                end(method, observer, end, start);
            }));
        } else {
            end(method, observer, new End(tooMany), start);
        }
    }

    private <T> void end(String method, StreamObserver<T> observer, End end, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        try {
            listener.on(new NodeEvent.CallEnded(method, end.status(), took));
        } finally { // the caller waits for an answer, whatever becomes of those who only listen
            if (end.status().isOk()) {
                observer.onCompleted();
            } else {
                observer.onError(end.status().asException(end.trailers()));
            }
        }
    }

    /// How a call ended, and what goes with a refusal.
    private record End(Status status, Metadata trailers) {
        End(Status status) {
            this(status, new Metadata());
        }

        static End of(StatusException refusal) {
            @Nullable Metadata trailers = refusal.getTrailers();
            return trailers == null ? new End(refusal.getStatus()) : new End(refusal.getStatus(), trailers);
        }
    }

    private <T> End run(String method, StreamObserver<T> observer, Parts<T> work) {
        Context context = Context.current();
        Thread caller = Thread.currentThread();
        Context.CancellationListener interrupt = _ -> caller.interrupt();
        context.addListener(interrupt, Runnable::run);
        try {
            work.to(call(context), observer::onNext);
            return new End(Status.OK);
        } catch (StatusException e) {
            return context.isCancelled() ? new End(Status.fromThrowable(context.cancellationCause())) : End.of(e);
        } catch (RuntimeException | Error e) {
            listener.on(new NodeEvent.Broken(method, e));
            return new End(Status.INTERNAL.withDescription(
                    "truename failed at " + method + ", which is a mistake in it; its log tells more"));
        } finally {
            context.removeListener(interrupt);
        }
    }

    private CallContext call(Context context) {
        Metadata headers = HEADERS.get(context);
        return new CallContext(
                snapshots.get(),
                headers == null ? new Metadata() : headers,
                Optional.ofNullable(context.getDeadline()));
    }
}
