package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.name.ImageText;
import dev.truename.cri.name.NameLookup;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.Optional;

/// Finds what a caller means among the images that the runtime has. Ids go to it as they are; of the names that a short
/// name may stand for, the first that it has counts.
final class ImageFinder {
    private static final String ALGORITHM = "sha256:";

    private final RuntimeConnection runtime;
    private final NameLookup names;
    private final NameRewriter rewriter;

    ImageFinder(RuntimeConnection runtime, NameLookup names, NameRewriter rewriter) {
        this.runtime = runtime;
        this.names = names;
        this.rewriter = rewriter;
    }

    /// What the runtime says of the image that is meant; without an image if it has none.
    ImageStatusResponse status(ImageStatusRequest request, CallContext call) throws StatusException {
        String text = request.getImage().getImage();
        return switch (names.parse(text, CallPurpose.STATUS)) {
            case ImageText.Id _ -> runtime.imageStatus(request, call);
            case ImageText.IdPrefix prefix -> byPrefix(request, prefix.hex(), call);
            case ImageText.Name name -> byName(CallPurpose.STATUS, request, name, call);
        };
    }

    /// What to ask the runtime for in the place of a text, so that it does what is wanted with the image that is meant.
    ///
    /// @return none if there is no such image, as far as that had to be found out
    Optional<String> meant(CallPurpose purpose, String text, CallContext call) throws StatusException {
        ImageStatusRequest request = asking(ImageStatusRequest.getDefaultInstance(), text);
        return switch (names.parse(text, purpose)) {
            case ImageText.Id _ -> Optional.of(text);
            case ImageText.IdPrefix prefix -> id(byPrefix(request, prefix.hex(), call));
            case ImageText.Name name
            when name.reference() instanceof Qualified qualified ->
                Optional.of(rewriter.hand(qualified.withDefaultTag(), call).inPlaceOf(text, false));
            case ImageText.Name name -> id(byName(purpose, request, name, call));
        };
    }

    /// Where nothing has the name, or it is ambiguous, it may be the start of an id, as people type it.
    private ImageStatusResponse byName(
            CallPurpose purpose, ImageStatusRequest request, ImageText.Name name, CallContext call)
            throws StatusException {
        try {
            ImageStatusResponse answer = named(purpose, request, name, call);
            return answer.hasImage() || name.idPrefix().isEmpty()
                    ? answer
                    : byPrefix(request, name.idPrefix().get(), call);
        } catch (StatusException e) {
            if (name.idPrefix().isPresent() && e.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
                ImageStatusResponse answer = byPrefix(request, name.idPrefix().get(), call);
                if (answer.hasImage()) {
                    return answer;
                }
            }
            throw e;
        }
    }

    private ImageStatusResponse named(
            CallPurpose purpose, ImageStatusRequest request, ImageText.Name name, CallContext call)
            throws StatusException {
        String text = request.getImage().getImage();
        boolean isShort = name.reference() instanceof ShortName;
        ImageStatusResponse answer = ImageStatusResponse.getDefaultInstance();
        for (Qualified wanted : names.toFind(purpose, name.reference(), call.snapshot())) {
            String sent = rewriter.hand(wanted, call).inPlaceOf(text, isShort);
            answer = runtime.imageStatus(asking(request, sent), call);
            if (answer.hasImage()) {
                break;
            }
        }
        return answer;
    }

    /// A runtime may take the start of an id for a short name of its own making: such an image is not meant.
    private ImageStatusResponse byPrefix(ImageStatusRequest request, String hex, CallContext call)
            throws StatusException {
        ImageStatusResponse answer = runtime.imageStatus(request, call);
        String id = answer.getImage().getId();
        String idHex = id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
        return idHex.startsWith(hex) ? answer : ImageStatusResponse.getDefaultInstance();
    }

    private static Optional<String> id(ImageStatusResponse answer) {
        return answer.hasImage() ? Optional.of(answer.getImage().getId()) : Optional.empty();
    }

    private static ImageStatusRequest asking(ImageStatusRequest request, String text) {
        if (request.getImage().getImage().equals(text)) {
            return request;
        }
        ImageStatusRequest.Builder builder = request.toBuilder();
        builder.getImageBuilder().setImage(text);
        return builder.build();
    }
}
