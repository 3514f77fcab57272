package dev.truename.cri.server;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import dev.truename.cri.v1.StatusRequest;
import dev.truename.cri.v1.StatusResponse;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.cri.v1.VersionResponse;
import io.grpc.stub.StreamObserver;

/// Of `runtime.v1.RuntimeService`, what clients call to connect. All else is UNIMPLEMENTED, see [OtherRuntimeCalls].
final class RuntimeServiceHandler extends RuntimeServiceGrpc.RuntimeServiceImplBase {
    private final ImageBackend backend;
    private final Calls calls;

    RuntimeServiceHandler(ImageBackend backend, Calls calls) {
        this.backend = backend;
        this.calls = calls;
    }

    @Override
    public void version(VersionRequest request, StreamObserver<VersionResponse> observer) {
        calls.answer("Version", observer, call -> backend.version(request, call));
    }

    @Override
    public void status(StatusRequest request, StreamObserver<StatusResponse> observer) {
        calls.answer("Status", observer, call -> backend.status(request, call));
    }
}
