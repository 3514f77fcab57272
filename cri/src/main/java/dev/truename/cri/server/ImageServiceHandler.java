package dev.truename.cri.server;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageFsInfoResponse;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.ListImagesResponse;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.cri.v1.RemoveImageRequest;
import dev.truename.cri.v1.RemoveImageResponse;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.StreamImagesResponse;
import io.grpc.stub.StreamObserver;

/// `runtime.v1.ImageService`, call by call.
final class ImageServiceHandler extends ImageServiceGrpc.ImageServiceImplBase {
    private final ImageBackend backend;
    private final Calls calls;

    ImageServiceHandler(ImageBackend backend, Calls calls) {
        this.backend = backend;
        this.calls = calls;
    }

    @Override
    public void listImages(ListImagesRequest request, StreamObserver<ListImagesResponse> observer) {
        calls.answer("ListImages", observer, call -> backend.listImages(request, call));
    }

    @Override
    public void streamImages(StreamImagesRequest request, StreamObserver<StreamImagesResponse> observer) {
        calls.<StreamImagesResponse>stream(
                "StreamImages", observer, (call, parts) -> backend.streamImages(request, call, parts));
    }

    @Override
    public void imageStatus(ImageStatusRequest request, StreamObserver<ImageStatusResponse> observer) {
        calls.answer("ImageStatus", observer, call -> backend.imageStatus(request, call));
    }

    @Override
    public void pullImage(PullImageRequest request, StreamObserver<PullImageResponse> observer) {
        calls.answer("PullImage", observer, call -> backend.pullImage(request, call));
    }

    @Override
    public void removeImage(RemoveImageRequest request, StreamObserver<RemoveImageResponse> observer) {
        calls.answer("RemoveImage", observer, call -> backend.removeImage(request, call));
    }

    @Override
    public void imageFsInfo(ImageFsInfoRequest request, StreamObserver<ImageFsInfoResponse> observer) {
        calls.answer("ImageFsInfo", observer, call -> backend.imageFsInfo(request, call));
    }
}
