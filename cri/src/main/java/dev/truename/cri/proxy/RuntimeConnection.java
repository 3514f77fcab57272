package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import dev.truename.cri.v1.VersionRequest;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.StatusException;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The way to the runtime. It may be away: calls are UNAVAILABLE then, and go through again soon after its return.
///
/// Deadline and cancellation of the call that is under way on a thread go with what that thread asks here, since gRPC
/// takes them from the thread's context.
final class RuntimeConnection implements AutoCloseable {
    /// As much as both runtimes and the kubelet take in one message.
    private static final int MESSAGE_BYTES = 16 << 20;

    private final UnixChannel channel;
    private final Channel calls;
    private final Reconnection reconnection;
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

    ImageServiceGrpc.ImageServiceBlockingV2Stub images(CallContext call) {
        return ImageServiceGrpc.newBlockingV2Stub(calls).withInterceptors(headers(call));
    }

    RuntimeServiceGrpc.RuntimeServiceBlockingV2Stub runtime(CallContext call) {
        return RuntimeServiceGrpc.newBlockingV2Stub(calls).withInterceptors(headers(call));
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

    private static ClientInterceptor headers(CallContext call) {
        return MetadataUtils.newAttachHeadersInterceptor(PassedHeaders.of(call.headers()));
    }

    @Override
    public void close() {
        reconnection.close();
        channel.close();
    }
}
