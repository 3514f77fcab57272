package dev.truename.cri.status;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Empty;
import com.google.protobuf.StringValue;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.time.Clock;
import java.util.function.Supplier;

/// `truename.v1.Node`, on the same socket as the CRI: its one method takes nothing and gives the state as JSON. Whoever
/// may pull may ask.
public final class StateService implements BindableService {
    static final String SERVICE = "truename.v1.Node";

    static final MethodDescriptor<Empty, StringValue> STATUS = MethodDescriptor.<Empty, StringValue>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Status"))
            .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
            .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
            .build();

    private final Supplier<NodeState> state;
    private final Clock clock;

    /// @param state asked for each call; may take a moment
    public StateService(Supplier<NodeState> state, Clock clock) {
        this.state = requireNonNull(state);
        this.clock = requireNonNull(clock);
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerServiceDefinition.builder(SERVICE)
                .addMethod(STATUS, ServerCalls.asyncUnaryCall((request, observer) -> {
                    observer.onNext(StringValue.of(StateJson.of(state.get(), clock.instant())));
                    observer.onCompleted();
                }))
                .build();
    }
}
