package dev.truename.cri.server;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Whoever takes the socket for a whole runtime's, as `crictl ps` does, is told where to ask.
final class OtherRuntimeCalls extends HandlerRegistry {
    private static final String RUNTIME = "runtime.v1.RuntimeService/";

    private static final Status ELSEWHERE =
            Status.UNIMPLEMENTED.withDescription("truename serves images; ask for pods and containers at the container"
                    + " runtime's own socket (crictl: --runtime-endpoint)");

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        return method.startsWith(RUNTIME)
                ? ServerMethodDefinition.create(descriptor(method), OtherRuntimeCalls::refuse)
                : null;
    }

    private static MethodDescriptor<InputStream, InputStream> descriptor(String method) {
        return MethodDescriptor.newBuilder(Unread.INSTANCE, Unread.INSTANCE)
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .setFullMethodName(method)
                .build();
    }

    private static ServerCall.Listener<InputStream> refuse(
            ServerCall<InputStream, InputStream> call, Metadata headers) {
        call.close(ELSEWHERE, new Metadata());
        return new ServerCall.Listener<>() {};
    }

    /// Nothing is read, and nothing answered.
    private enum Unread implements Marshaller<InputStream> {
        INSTANCE;

        @Override
        public InputStream stream(InputStream value) {
            return value;
        }

        @Override
        public InputStream parse(InputStream stream) {
            return new ByteArrayInputStream(new byte[0]);
        }
    }
}
