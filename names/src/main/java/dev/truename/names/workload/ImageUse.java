package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// One image that somebody named.
///
/// @param image as it was written, quotes and escapes taken off and variables replaced by their defaults; not checked
///     to be a reference
/// @param holder what names it, one line that can be shown: `Deployment web, container app`
/// @param guess whether it only looks like an image, as in Helm's values or an unknown kind of resource: nobody says
///     what such a field means
public record ImageUse(String image, Place place, String holder, boolean guess) {
    public ImageUse {
        requireNonNull(image);
        requireNonNull(place);
        requireNonNull(holder);
    }

    /// An image for sure.
    public ImageUse(String image, Place place, String holder) {
        this(image, place, holder, false);
    }
}
