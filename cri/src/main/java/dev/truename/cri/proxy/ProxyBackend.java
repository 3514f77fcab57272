package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.name.NameLookup;
import dev.truename.cri.v1.ImageFilter;
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
import io.grpc.stub.BlockingClientCall;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands every call on to another runtime, with names rewritten to what they mean.
///
/// Removing by one name does in CRI-O what CRI-O does: it takes that name away, and the image with its last one.
public final class ProxyBackend implements ImageBackend {
    private final RuntimeConnection runtime;
    private final ImageFinder finder;
    private final ProxyPull pull;
    private final NodeListener listener;

    /// One that connects when it is first asked.
    ///
    /// @param socket the runtime's
    public ProxyBackend(Path socket, NodeListener listener) {
        NameLookup names = new NameLookup(listener);
        this.listener = listener;
        this.runtime = new RuntimeConnection(socket, listener);
        NameRewriter rewriter = new NameRewriter(runtime);
        this.finder = new ImageFinder(runtime, names, rewriter);
        this.pull = new ProxyPull(runtime, names, rewriter, listener);
    }

    @Override
    public ListImagesResponse listImages(ListImagesRequest request, CallContext call) throws StatusException {
        String wanted = request.getFilter().getImage().getImage();
        if (wanted.isEmpty()) {
            return runtime.listImages(request, call);
        }
        Optional<ImageFilter> filter = meant(request.getFilter(), call);
        return filter.isEmpty()
                ? ListImagesResponse.getDefaultInstance()
                : runtime.listImages(request.toBuilder().setFilter(filter.get()).build(), call);
    }

    @Override
    public void streamImages(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts)
            throws StatusException {
        String wanted = request.getFilter().getImage().getImage();
        if (wanted.isEmpty()) {
            stream(request, call, parts);
            return;
        }
        Optional<ImageFilter> filter = meant(request.getFilter(), call);
        if (filter.isPresent()) {
            stream(request.toBuilder().setFilter(filter.get()).build(), call, parts);
        }
    }

    private Optional<ImageFilter> meant(ImageFilter filter, CallContext call) throws StatusException {
        return finder.meant(CallPurpose.LIST, filter.getImage().getImage(), call)
                .map(text -> {
                    ImageFilter.Builder builder = filter.toBuilder();
                    builder.getImageBuilder().setImage(text);
                    return builder.build();
                });
    }

    private void stream(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts)
            throws StatusException {
        BlockingClientCall<?, StreamImagesResponse> answer =
                runtime.images(call).streamImages(request);
        try {
            @Nullable StreamImagesResponse part = answer.read();
            while (part != null) {
                parts.accept(part);
                part = answer.read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel("the caller is gone", e);
            throw Status.CANCELLED.withCause(e).asException();
        }
    }

    @Override
    public ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) throws StatusException {
        return finder.status(request, call);
    }

    @Override
    public PullImageResponse pullImage(PullImageRequest request, CallContext call) throws StatusException {
        return pull.pull(request, call);
    }

    @Override
    public RemoveImageResponse removeImage(RemoveImageRequest request, CallContext call) throws StatusException {
        Optional<String> meant =
                finder.meant(CallPurpose.REMOVE, request.getImage().getImage(), call);
        if (meant.isEmpty()) {
            return RemoveImageResponse.getDefaultInstance();
        }
        RemoveImageRequest.Builder builder = request.toBuilder();
        builder.getImageBuilder().setImage(meant.get());
        RemoveImageRequest handed = builder.build();
        RemoveImageResponse answer = runtime.ask(call, images -> images.removeImage(handed));
        listener.on(new NodeEvent.RuntimeRemoved(request.getImage().getImage(), meant.get()));
        return answer;
    }

    @Override
    public ImageFsInfoResponse imageFsInfo(ImageFsInfoRequest request, CallContext call) throws StatusException {
        return runtime.ask(call, images -> images.imageFsInfo(request));
    }

    @Override
    public VersionResponse version(VersionRequest request, CallContext call) throws StatusException {
        return runtime.runtime(call).version(request);
    }

    @Override
    public StatusResponse status(StatusRequest request, CallContext call) throws StatusException {
        return runtime.runtime(call).status(request);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
