package dev.truename.cri.own;

import dev.truename.cri.v1.Image;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.Int64Value;

/// Images as the wire contract has them.
final class ImageMessages {
    private ImageMessages() {}

    /// For a list.
    static Image of(ImageRecord image) {
        return of(image, "");
    }

    /// For whoever asked for it. It is the same by whichever of its names and digests it was asked for: clients
    /// compare.
    ///
    /// @param userSpecified what the user wrote; may be empty
    static Image of(ImageRecord image, String userSpecified) {
        Image.Builder message = Image.newBuilder()
                .setId(image.id().toString())
                .addAllRepoTags(image.tags())
                .addAllRepoDigests(image.digests())
                .setSize(image.root().size())
                .setPinned(image.pinned())
                .setSpec(ImageSpec.newBuilder()
                        .setImage(image.id().toString())
                        .setUserSpecifiedImage(userSpecified)
                        .putAllAnnotations(image.root().annotations()));
        switch (image.root().user()) {
            case ImageUser.Uid(long uid) -> {
                Image.Builder _ = message.setUid(Int64Value.newBuilder().setValue(uid));
            }
            case ImageUser.Name(String name) -> {
                Image.Builder _ = message.setUsername(name);
            }
            case ImageUser.Nobody _ -> {
                // the caller knows what that means
            }
        }
        return message.build();
    }
}
