package dev.truename.cri;

import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.RemoveImageRequest;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import java.nio.file.Path;

/// Calls a CRI service as the kubelet does.
public final class CriClient implements AutoCloseable {
    private static final int KUBELET_MAX_MESSAGE = 16 << 20;

    private final UnixChannel channel;

    private CriClient(UnixChannel channel) {
        this.channel = channel;
    }

    public static CriClient to(Path socket) {
        return new CriClient(UnixChannel.to(socket, KUBELET_MAX_MESSAGE));
    }

    public ImageServiceGrpc.ImageServiceBlockingStub images() {
        return ImageServiceGrpc.newBlockingStub(channel.channel());
    }

    public ImageServiceGrpc.ImageServiceFutureStub imagesAtOnce() {
        return ImageServiceGrpc.newFutureStub(channel.channel());
    }

    public RuntimeServiceGrpc.RuntimeServiceBlockingStub runtime() {
        return RuntimeServiceGrpc.newBlockingStub(channel.channel());
    }

    /// Pulls, and gives the image's id.
    public String pull(String image) {
        return images().pullImage(
                        PullImageRequest.newBuilder().setImage(spec(image)).build())
                .getImageRef();
    }

    public ImageStatusResponse status(String image) {
        return images().imageStatus(
                        ImageStatusRequest.newBuilder().setImage(spec(image)).build());
    }

    public void remove(String image) {
        var _ = images().removeImage(
                        RemoveImageRequest.newBuilder().setImage(spec(image)).build());
    }

    public static ImageSpec spec(String image) {
        return ImageSpec.newBuilder().setImage(image).build();
    }

    @Override
    public void close() {
        channel.close();
    }
}
