/// The content store: an OCI image layout (image-layout.md) that processes share and other tools read.
///
/// What is stored is whole or absent, whatever is killed when: a session stages what it brings where nobody looks,
/// makes
/// it durable, moves it to its place, and only then writes the name. Depends on `manifest`, `json` and `failure`.
@NullMarked
package dev.truename.pull.store;

import org.jspecify.annotations.NullMarked;
