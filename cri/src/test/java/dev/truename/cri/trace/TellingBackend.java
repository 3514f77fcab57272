package dev.truename.cri.trace;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.SampleEvents;
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
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullEvent;
import io.grpc.Status;
import io.grpc.StatusException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells of a pull as the service's own store does, whose mirror does not have the image; a pull of `bad` fails.
record TellingBackend(NodeListener listener) implements ImageBackend {
    @Override
    public PullImageResponse pullImage(PullImageRequest request, CallContext call) throws StatusException {
        boolean bad = request.getImage().getImage().equals("bad");
        listener.on(SampleEvents.resolved(CallPurpose.PULL, SampleEvents.aliased()));
        listener.on(new NodeEvent.PullRequested(SampleEvents.TICKET));
        listener.on(new NodeEvent.PullStarted(SampleEvents.TICKET, Duration.ofMillis(5)));
        listener.on(SampleEvents.progressed(new PullEvent.Asking(SampleEvents.UBI9, SampleEvents.MIRROR)));
        listener.on(SampleEvents.progressed(new PullEvent.SourceFailed(SampleEvents.NOT_AT_MIRROR)));
        listener.on(SampleEvents.progressed(new PullEvent.Asking(SampleEvents.UBI9, SampleEvents.REGISTRY)));
        if (bad) {
            listener.on(
                    SampleEvents.failed(new PullFailure.RateLimited("https://r.example", "slow", Optional.empty())));
            throw Status.RESOURCE_EXHAUSTED.withDescription("too many requests").asException();
        }
        listener.on(SampleEvents.succeeded());
        return PullImageResponse.newBuilder().setImageRef("id").build();
    }

    @Override
    public ListImagesResponse listImages(ListImagesRequest request, CallContext call) {
        return ListImagesResponse.getDefaultInstance();
    }

    @Override
    public void streamImages(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts) {}

    @Override
    public ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) {
        listener.on(SampleEvents.resolved(CallPurpose.STATUS, SampleEvents.aliased()));
        return ImageStatusResponse.getDefaultInstance();
    }

    @Override
    public RemoveImageResponse removeImage(RemoveImageRequest request, CallContext call) {
        return RemoveImageResponse.getDefaultInstance();
    }

    @Override
    public ImageFsInfoResponse imageFsInfo(ImageFsInfoRequest request, CallContext call) {
        return ImageFsInfoResponse.getDefaultInstance();
    }

    @Override
    public VersionResponse version(VersionRequest request, CallContext call) {
        return VersionResponse.getDefaultInstance();
    }

    @Override
    public StatusResponse status(StatusRequest request, CallContext call) {
        return StatusResponse.getDefaultInstance();
    }

    @Override
    public void close() {}
}
