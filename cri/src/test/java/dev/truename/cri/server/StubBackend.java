package dev.truename.cri.server;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageFsInfoResponse;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.ListImagesResponse;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.cri.v1.RemoveImageRequest;
import dev.truename.cri.v1.RemoveImageResponse;
import dev.truename.cri.v1.StatusRequest;
import dev.truename.cri.v1.StatusResponse;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.StreamImagesResponse;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.cri.v1.VersionResponse;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Serves nothing, and lets a test see what the server hands on. Its pulls wait until they are let go or
/// interrupted.
final class StubBackend implements ImageBackend {
    final CountDownLatch pulling = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);
    final AtomicReference<CallContext> lastCall = new AtomicReference<>();

    @Override
    public ListImagesResponse listImages(ListImagesRequest request, CallContext call) {
        throw new IllegalStateException("no images");
    }

    @Override
    public void streamImages(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts) {
        parts.accept(StreamImagesResponse.getDefaultInstance());
        parts.accept(StreamImagesResponse.getDefaultInstance());
    }

    /// Echoes the spec, unknown fields included.
    @Override
    public ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) {
        lastCall.set(call);
        ImageStatusResponse.Builder response =
                ImageStatusResponse.newBuilder().setUnknownFields(request.getUnknownFields());
        response.getImageBuilder().setSpec(request.getImage());
        return response.build();
    }

    @Override
    public PullImageResponse pullImage(PullImageRequest request, CallContext call) throws StatusException {
        lastCall.set(call);
        pulling.countDown();
        try {
            letGo.await();
            return PullImageResponse.newBuilder().setImageRef("id").build();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw Status.CANCELLED.withDescription("interrupted").asException();
        }
    }

    @Override
    public RemoveImageResponse removeImage(RemoveImageRequest request, CallContext call) throws StatusException {
        throw Status.FAILED_PRECONDITION.withDescription("told as it is").asException();
    }

    @Override
    public ImageFsInfoResponse imageFsInfo(ImageFsInfoRequest request, CallContext call) {
        return ImageFsInfoResponse.getDefaultInstance();
    }

    @Override
    public VersionResponse version(VersionRequest request, CallContext call) {
        return VersionResponse.newBuilder().setRuntimeName("stub").build();
    }

    @Override
    public StatusResponse status(StatusRequest request, CallContext call) {
        return StatusResponse.getDefaultInstance();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
