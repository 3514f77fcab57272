/// What a registry holds: blobs, layers, images, indexes, and manifests that are malformed on purpose.
///
/// Everything is built from values and seeds, so the same program makes the same digests on every machine. Depends on
/// `http` for bodies, and on gson to write JSON.
@NullMarked
package dev.truename.testkit.content;

import org.jspecify.annotations.NullMarked;
