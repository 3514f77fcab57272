/// Manifests, indexes, descriptors and platforms, read strictly: what is ambiguous is refused.
///
/// Source: OCI image specification 1.1 (manifest.md, image-index.md, descriptor.md) and Docker's image manifest version
/// 2, schema 2. Depends on `failure` and `names.reference`.
@NullMarked
package dev.truename.pull.manifest;

import org.jspecify.annotations.NullMarked;
