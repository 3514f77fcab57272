package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.name.Told;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.ListImagesResponse;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import dev.truename.cri.v1.VersionRequest;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The way to the runtime. It may be away: calls are UNAVAILABLE then, and go through again soon after its return.
///
/// Deadline and cancellation of the call that is under way on a thread go with what that thread asks here, since gRPC
/// takes them from the thread's context.
final class RuntimeConnection implements AutoCloseable {
    /// As much as both runtimes and the kubelet take in one message.
    private static final int MESSAGE_BYTES = 16 << 20;

    /// So many short calls are asked at once. More would make the runtime no faster, and what waits there is
    /// larger than what waits here.
    private static final int CALLS_AT_ONCE = 64;

    private final UnixChannel channel;
    private final Channel calls;
    private final Reconnection reconnection;
    private final Semaphore turns = new Semaphore(CALLS_AT_ONCE, true);
    private final Rounds<ImageStatusRequest, ImageStatusResponse> statuses = new Rounds<>();
    private final Rounds<ListImagesRequest, ListImagesResponse> lists = new Rounds<>();
    private volatile @Nullable RuntimeKind kind;

    /// @param listener told when the runtime goes and when it is back
    RuntimeConnection(Path socket, NodeListener listener) {
        this.channel = UnixChannel.to(socket, MESSAGE_BYTES);
        this.calls = ClientInterceptors.intercept(channel.channel(), new AwayInterceptor(socket));
        this.reconnection = Reconnection.of(
                channel.channel(),
                () -> listener.on(new NodeEvent.RuntimeLost(socket)),
                away -> listener.on(new NodeEvent.RuntimeFound(socket, away)));
    }

    /// Equal ones that are asked for at once are one.
    ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) throws StatusException {
        return inRounds(statuses, request, call, images -> images.imageStatus(request));
    }

    /// Equal ones that are asked for at once are one.
    ListImagesResponse listImages(ListImagesRequest request, CallContext call) throws StatusException {
        return inRounds(lists, request, call, images -> images.listImages(request));
    }

    /// What comes beside a request makes it one of its own.
    private <Q, A> A inRounds(Rounds<Q, A> rounds, Q request, CallContext call, Question<A> question)
            throws StatusException {
        return PassedHeaders.isOfTheConnection(call.headers())
                ? rounds.ask(request, () -> ask(call, question))
                : ask(call, question);
    }

    /// A short call of the image service.
    @FunctionalInterface
    interface Question<A> {
        A of(ImageServiceGrpc.ImageServiceBlockingV2Stub images) throws StatusException;
    }

    /// Asks when it is its turn.
    <A> A ask(CallContext call, Question<A> question) throws StatusException {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Told.of(Status.Code.CANCELLED, "the caller is gone");
        }
        try {
            return question.of(images(call));
        } finally {
            turns.release();
        }
    }

    /// For calls that may take long.
    ImageServiceGrpc.ImageServiceBlockingV2Stub images(CallContext call) {
        return with(call, ImageServiceGrpc.newBlockingV2Stub(calls));
    }

    RuntimeServiceGrpc.RuntimeServiceBlockingV2Stub runtime(CallContext call) {
        return with(call, RuntimeServiceGrpc.newBlockingV2Stub(calls));
    }

    private static <S extends AbstractStub<S>> S with(CallContext call, S stub) {
        return PassedHeaders.isOfTheConnection(call.headers())
                ? stub
                : stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(PassedHeaders.of(call.headers())));
    }

    /// Asked once; what is behind a socket stays what it is.
    RuntimeKind kind(CallContext call) throws StatusException {
        @Nullable RuntimeKind known = kind;
        if (known == null) {
            known = RuntimeKind.of(
                    runtime(call).version(VersionRequest.getDefaultInstance()).getRuntimeName());
            kind = known;
        }
        return known;
    }

    @Override
    public void close() {
        reconnection.close();
        channel.close();
    }
}
