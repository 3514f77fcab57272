package dev.truename.cri.backend;

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
import io.grpc.StatusException;
import java.util.function.Consumer;

/// Serves images: a store of our own, or another runtime. The contract is that of the CRI, as the kubelet
/// depends on it:
///
/// - `PullImageResponse.image_ref` is the `Image.id` of the same image in every other answer, and never empty.
/// - An image that is not there is no error: [#imageStatus] answers without an image, [#removeImage] has done
///   its work.
/// - An image's `id` is not empty and its `size` not 0.
/// - Removing by one name removes the image with all its names.
///
/// Calls block, on as many threads at once as there are callers. The calling thread is interrupted when its
/// caller is gone or the call's deadline has passed; what it throws then is told to nobody.
///
/// What a [StatusException] says is told to the caller as it is: its description is one line or a few, bounded,
/// and holds neither secrets nor control characters.
public interface ImageBackend extends AutoCloseable {
    ListImagesResponse listImages(ListImagesRequest request, CallContext call) throws StatusException;

    /// @param parts takes the answer part by part, each of at least one image
    void streamImages(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts)
            throws StatusException;

    ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) throws StatusException;

    PullImageResponse pullImage(PullImageRequest request, CallContext call) throws StatusException;

    RemoveImageResponse removeImage(RemoveImageRequest request, CallContext call) throws StatusException;

    ImageFsInfoResponse imageFsInfo(ImageFsInfoRequest request, CallContext call) throws StatusException;

    VersionResponse version(VersionRequest request, CallContext call) throws StatusException;

    StatusResponse status(StatusRequest request, CallContext call) throws StatusException;

    /// Ends what goes on in the background. No call is under way by then.
    @Override
    void close();
}
