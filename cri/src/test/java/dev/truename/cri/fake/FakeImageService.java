package dev.truename.cri.fake;

import com.google.protobuf.UnknownFieldSet;
import dev.truename.cri.v1.FilesystemIdentifier;
import dev.truename.cri.v1.FilesystemUsage;
import dev.truename.cri.v1.Image;
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
import dev.truename.cri.v1.UInt64Value;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Images as containerd serves them: every short name is Docker Hub's, a name is normalised, what is no name may be the
/// start of an id. `StreamImages` is UNIMPLEMENTED. What a request has that nobody knows comes back in the answer.
final class FakeImageService extends ImageServiceGrpc.ImageServiceImplBase {
    private static final String ALGORITHM = "sha256:";

    private final FakeRuntime runtime;

    FakeImageService(FakeRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void listImages(ListImagesRequest request, StreamObserver<ListImagesResponse> observer) {
        ListImagesResponse.Builder answer =
                ListImagesResponse.newBuilder().setUnknownFields(request.getUnknownFields());
        runtime.images().values().stream().distinct().forEach(answer::addImages);
        observer.onNext(answer.build());
        observer.onCompleted();
    }

    @Override
    public void imageStatus(ImageStatusRequest request, StreamObserver<ImageStatusResponse> observer) {
        UnknownFieldSet unknown = request.getUnknownFields();
        ImageStatusResponse.Builder answer = ImageStatusResponse.newBuilder().setUnknownFields(unknown);
        find(request.getImage().getImage())
                .ifPresent(image -> answer.setImage(
                        image.toBuilder().setSpec(request.getImage()).setUnknownFields(unknown)));
        observer.onNext(answer.build());
        observer.onCompleted();
    }

    private Optional<Image> find(String text) {
        @Nullable Image named = runtime.images().get(normal(text));
        String hex = text.startsWith(ALGORITHM) ? text.substring(ALGORITHM.length()) : text;
        return named != null
                ? Optional.of(named)
                : runtime.images().values().stream()
                        .filter(image -> image.getId().startsWith(ALGORITHM + hex))
                        .findFirst();
    }

    private static String normal(String text) {
        try {
            Qualified qualified = switch (ImageReference.parse(text)) {
                case Qualified it -> it;
                case ShortName it -> it.at("docker.io");
            };
            return qualified.withDefaultTag().toString();
        } catch (InvalidReferenceException e) {
            return text;
        }
    }

    @Override
    public void pullImage(PullImageRequest request, StreamObserver<PullImageResponse> observer) {
        if (!runtime.pulling(request)) {
            return;
        }
        String reference = normal(request.getImage().getImage());
        @Nullable TestImage offered = runtime.offers().get(reference);
        Optional<StatusException> failure = runtime.failure(reference);
        if (failure.isPresent()) {
            observer.onError(failure.get());
        } else if (offered == null) {
            String resolving = "failed to pull and unpack image \"" + reference + "\": failed to resolve reference \""
                    + reference + "\": ";
            observer.onError(Status.NOT_FOUND
                    .withDescription(resolving + reference + ": not found")
                    .asException());
        } else {
            runtime.pulled(reference, offered);
            observer.onNext(PullImageResponse.newBuilder()
                    .setImageRef(offered.config().digest())
                    .setUnknownFields(request.getUnknownFields())
                    .build());
            observer.onCompleted();
        }
    }

    @Override
    public void removeImage(RemoveImageRequest request, StreamObserver<RemoveImageResponse> observer) {
        find(request.getImage().getImage())
                .ifPresent(image -> runtime.images()
                        .values()
                        .removeIf(other -> other.getId().equals(image.getId())));
        observer.onNext(RemoveImageResponse.getDefaultInstance());
        observer.onCompleted();
    }

    @Override
    public void imageFsInfo(ImageFsInfoRequest request, StreamObserver<ImageFsInfoResponse> observer) {
        FilesystemUsage usage = FilesystemUsage.newBuilder()
                .setTimestamp(1)
                .setFsId(FilesystemIdentifier.newBuilder().setMountpoint("/fake"))
                .setUsedBytes(UInt64Value.newBuilder().setValue(1))
                .build();
        observer.onNext(
                ImageFsInfoResponse.newBuilder().addImageFilesystems(usage).build());
        observer.onCompleted();
    }
}
