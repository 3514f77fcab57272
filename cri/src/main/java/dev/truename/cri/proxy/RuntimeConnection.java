package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import dev.truename.cri.v1.VersionRequest;
import io.grpc.ClientInterceptor;
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
    private final Reconnection reconnection;
    private volatile @Nullable RuntimeKind kind;

    RuntimeConnection(Path socket) {
        this.channel = UnixChannel.to(socket, MESSAGE_BYTES);
        this.reconnection = Reconnection.of(channel.channel());
    }

    ImageServiceGrpc.ImageServiceBlockingV2Stub images(CallContext call) {
        return ImageServiceGrpc.newBlockingV2Stub(channel.channel()).withInterceptors(headers(call));
    }

    RuntimeServiceGrpc.RuntimeServiceBlockingV2Stub runtime(CallContext call) {
        return RuntimeServiceGrpc.newBlockingV2Stub(channel.channel()).withInterceptors(headers(call));
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
