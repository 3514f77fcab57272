/// The content store: an OCI image layout (image-layout.md) that processes share and other tools read.
///
/// What is stored is whole or absent, whatever is killed when. A blob is written where nobody looks, checked, made
/// durable and then moved to its place; a name is written last, after all that it needs. Depends on `manifest`, `json`
/// and `failure`. The guarantees, word by word: docs/store.md.
@NullMarked
package dev.truename.pull.store;

import org.jspecify.annotations.NullMarked;
