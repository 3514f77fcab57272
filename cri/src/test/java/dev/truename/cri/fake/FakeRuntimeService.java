package dev.truename.cri.fake;

import dev.truename.cri.v1.RuntimeCondition;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import dev.truename.cri.v1.RuntimeStatus;
import dev.truename.cri.v1.StatusRequest;
import dev.truename.cri.v1.StatusResponse;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.cri.v1.VersionResponse;
import io.grpc.stub.StreamObserver;

/// What clients call to connect.
final class FakeRuntimeService extends RuntimeServiceGrpc.RuntimeServiceImplBase {
    private final FakeRuntime runtime;

    FakeRuntimeService(FakeRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void version(VersionRequest request, StreamObserver<VersionResponse> observer) {
        observer.onNext(VersionResponse.newBuilder()
                .setVersion("0.1.0")
                .setRuntimeName(runtime.name())
                .setRuntimeVersion("1.0.0")
                .setRuntimeApiVersion("v1")
                .build());
        observer.onCompleted();
    }

    @Override
    public void status(StatusRequest request, StreamObserver<StatusResponse> observer) {
        observer.onNext(StatusResponse.newBuilder()
                .setStatus(RuntimeStatus.newBuilder()
                        .addConditions(RuntimeCondition.newBuilder()
                                .setType("RuntimeReady")
                                .setStatus(true)))
                .build());
        observer.onCompleted();
    }
}
