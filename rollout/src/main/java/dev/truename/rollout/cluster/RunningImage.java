package dev.truename.rollout.cluster;

import static java.util.Objects.requireNonNull;

/// What a node runs for an image that a pod names.
///
/// @param image as the pod names it
/// @param imageId as the node's runtime tells: usually `REPOSITORY@DIGEST`, at times the digest alone
public record RunningImage(String image, String imageId) {
    public RunningImage {
        requireNonNull(image);
        requireNonNull(imageId);
    }
}
