package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What an image runs on, in Go's words: `linux`, `amd64`, `v8`.
public record Platform(String os, String architecture, Optional<String> variant) {
    public Platform {
        requireNonNull(os);
        requireNonNull(architecture);
        requireNonNull(variant);
    }

    @Override
    public String toString() {
        return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
    }
}
