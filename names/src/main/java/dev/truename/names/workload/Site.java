package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// An image in a text, and how to write another one there.
///
/// @param at index of its first character
record Site(int at, String image, String holder, boolean guess, Slot slot) {
    Site {
        requireNonNull(image);
        requireNonNull(holder);
        requireNonNull(slot);
    }
}
