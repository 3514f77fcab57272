package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

/// What an image runs on.
///
/// @param variant such as `v8`; empty for none
public record Platform(String os, String architecture, String variant) {
    public static final Platform AMD64 = new Platform("linux", "amd64", "");
    public static final Platform ARM64 = new Platform("linux", "arm64", "v8");

    public Platform {
        requireNonNull(os);
        requireNonNull(architecture);
        requireNonNull(variant);
    }
}
