package dev.truename.cri.own;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.name.ImageText;
import dev.truename.cri.name.NameLookup;
import dev.truename.cri.name.Told;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageFsInfoResponse;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.ListImagesResponse;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.cri.v1.RemoveImageRequest;
import dev.truename.cri.v1.RemoveImageResponse;
import dev.truename.cri.v1.RuntimeCondition;
import dev.truename.cri.v1.RuntimeStatus;
import dev.truename.cri.v1.StatusRequest;
import dev.truename.cri.v1.StatusResponse;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.StreamImagesResponse;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.cri.v1.VersionResponse;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.ImageConfig;
import dev.truename.pull.pull.PullSettings;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoredImage;
import io.grpc.Status;
import io.grpc.StatusException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Serves an image store of its own. Names mean what each call's snapshot says; ids mean themselves.
public final class OwnStore implements ImageBackend {
    private static final String API_VERSION = "v1";

    /// Far below what fits a message.
    private static final int IMAGES_A_PART = 100;

    private final ImageStore store;
    private final StoredImages images;
    private final NameLookup names;
    private final RegistryConnections connections;
    private final Pulls pulls;
    private final Reclaimer reclaimer;
    private final NodeListener listener;
    private final String version;

    private OwnStore(ImageStore store, OwnStoreSettings settings, NodeListener listener) {
        this.store = store;
        this.images = new StoredImages(store, new RootReader(store, settings.platform()), settings.pinned(), listener);
        this.names = new NameLookup(listener);
        this.connections = new RegistryConnections(settings.registries());
        PullSettings pulling = new PullSettings(
                new PullSettings.Platforms.One(settings.platform(), false),
                settings.fallback(),
                settings.parallelBlobs(),
                settings.signatures(),
                true);
        PullTools tools = new PullTools(
                store,
                images,
                connections,
                pulling,
                new Semaphore(settings.parallelPulls(), true),
                new Semaphore(settings.parallelBlobs(), true),
                settings.progressTimeout(),
                listener);
        this.pulls = new Pulls(tools, settings);
        this.reclaimer = new Reclaimer(store, listener);
        this.listener = listener;
        this.version = settings.version();
    }

    /// Opens a store for serving, and creates it where there is none.
    ///
    /// @throws PullException if it cannot be used
    public static OwnStore open(ImageStore store, OwnStoreSettings settings, NodeListener listener)
            throws PullException {
        store.begin().close();
        OwnStore own = new OwnStore(store, settings, listener);
        own.reclaimer.wake(); // what was removed, or begun, before the last end
        return own;
    }

    @Override
    public ListImagesResponse listImages(ListImagesRequest request, CallContext call) throws StatusException {
        ListImagesResponse.Builder response = ListImagesResponse.newBuilder();
        for (ImageRecord image : listed(request.getFilter().getImage(), call)) {
            response.addImages(ImageMessages.of(image));
        }
        return response.build();
    }

    @Override
    public void streamImages(StreamImagesRequest request, CallContext call, Consumer<StreamImagesResponse> parts)
            throws StatusException {
        List<ImageRecord> all = listed(request.getFilter().getImage(), call);
        for (int from = 0; from < all.size(); from += IMAGES_A_PART) {
            StreamImagesResponse.Builder part = StreamImagesResponse.newBuilder();
            all.subList(from, Math.min(all.size(), from + IMAGES_A_PART))
                    .forEach(image -> part.addImages(ImageMessages.of(image)));
            parts.accept(part.build());
        }
    }

    private List<ImageRecord> listed(ImageSpec filter, CallContext call) throws StatusException {
        if (filter.getImage().isEmpty()) {
            return new ArrayList<>(view().all());
        }
        return found(filter.getImage(), CallPurpose.LIST, call).stream().toList();
    }

    @Override
    public ImageStatusResponse imageStatus(ImageStatusRequest request, CallContext call) throws StatusException {
        ImageSpec spec = request.getImage();
        Optional<ImageRecord> image = found(spec.getImage(), CallPurpose.STATUS, call);
        if (image.isEmpty()) {
            return ImageStatusResponse.getDefaultInstance();
        }
        ImageStatusResponse.Builder response =
                ImageStatusResponse.newBuilder().setImage(ImageMessages.of(image.get(), spec.getUserSpecifiedImage()));
        if (request.getVerbose()) {
            response.putInfo("info", info(image.get()));
        }
        return response.build();
    }

    /// The image's config as it is, which was found to be JSON when it was stored, where containerd and CRI-O have it
    /// too: scripts look for `.info.imageSpec`.
    private String info(ImageRecord image) throws StatusException {
        try {
            byte[] config = store.read(image.root().config(), ImageConfig.MAX_BYTES);
            return "{\"imageSpec\":" + new String(config, StandardCharsets.UTF_8) + "}";
        } catch (PullException e) {
            throw told(e);
        }
    }

    private Optional<ImageRecord> found(String text, CallPurpose purpose, CallContext call) throws StatusException {
        ImageView view = view();
        return switch (names.parse(text, purpose)) {
            case ImageText.Id id -> view.byId(id.id());
            case ImageText.IdPrefix prefix -> view.byPrefix(prefix.hex());
            case ImageText.Name name -> named(name, purpose, call, view);
        };
    }

    /// A name first. Where nothing has it, or it is ambiguous, it may be the start of an id, as people type it.
    private Optional<ImageRecord> named(ImageText.Name name, CallPurpose purpose, CallContext call, ImageView view)
            throws StatusException {
        Optional<ImageRecord> byPrefix = name.idPrefix().flatMap(view::byPrefix);
        try {
            for (Qualified candidate : names.toFind(purpose, name.reference(), call.snapshot())) {
                Optional<ImageRecord> image = view.byName(candidate);
                if (image.isPresent()) {
                    return image;
                }
            }
            return byPrefix;
        } catch (StatusException e) {
            if (byPrefix.isPresent()) {
                return byPrefix;
            }
            throw e;
        }
    }

    private ImageView view() throws StatusException {
        try {
            return images.now();
        } catch (PullException e) {
            throw told(e);
        }
    }

    @Override
    public PullImageResponse pullImage(PullImageRequest request, CallContext call) throws StatusException {
        String text = request.getImage().getImage();
        if (names.parse(text, CallPurpose.PULL) instanceof ImageText.Name name) {
            return PullImageResponse.newBuilder()
                    .setImageRef(pulls.pull(request, names.meaning(name.reference(), call.snapshot()), call)
                            .toString())
                    .build();
        }
        throw Told.of(
                Status.Code.INVALID_ARGUMENT,
                "\"" + text + "\" is an image's id, and no registry knows images by that; pull it by its name");
    }

    @Override
    public RemoveImageResponse removeImage(RemoveImageRequest request, CallContext call) throws StatusException {
        Optional<ImageRecord> image = found(request.getImage().getImage(), CallPurpose.REMOVE, call);
        if (image.isPresent()) {
            remove(image.get());
        }
        return RemoveImageResponse.getDefaultInstance();
    }

    private void remove(ImageRecord image) throws StatusException {
        try {
            if (store.remove(image.names())) {
                List<String> gone =
                        image.names().stream().map(StoredImage::name).toList();
                listener.on(new NodeEvent.ImageRemoved(image.id(), gone));
                reclaimer.wake();
            }
        } catch (PullException e) {
            throw told(e);
        }
    }

    @Override
    public ImageFsInfoResponse imageFsInfo(ImageFsInfoRequest request, CallContext call) throws StatusException {
        try {
            return ImageFsInfoResponse.newBuilder()
                    .addImageFilesystems(FileSystemUsage.of(store.root()))
                    .build();
        } catch (IOException e) {
            throw Told.of(
                    Status.Code.INTERNAL,
                    "the room of " + store.root() + " cannot be found out: " + e.getMessage()
                            + "; check the store's permissions on this node");
        }
    }

    @Override
    public VersionResponse version(VersionRequest request, CallContext call) {
        return VersionResponse.newBuilder()
                .setVersion("0.1.0") // of the kubelet's runtime API, which has stayed at that
                .setRuntimeName("truename")
                .setRuntimeVersion(version)
                .setRuntimeApiVersion(API_VERSION)
                .build();
    }

    /// True to the letter: no containers are run here, so neither they nor their network are ready.
    @Override
    public StatusResponse status(StatusRequest request, CallContext call) {
        RuntimeStatus.Builder status = RuntimeStatus.newBuilder();
        for (String condition : List.of("RuntimeReady", "NetworkReady")) {
            status.addConditions(RuntimeCondition.newBuilder()
                    .setType(condition)
                    .setReason("ImageServiceOnly")
                    .setMessage("truename serves images; containers are another runtime's"));
        }
        return StatusResponse.newBuilder().setStatus(status).build();
    }

    private static StatusException told(PullException e) {
        return PullProblems.status(e.failure()).asException();
    }

    @Override
    public void close() {
        reclaimer.close();
        connections.close();
    }
}
