/// `registries.d` (containers-registries.d(5)): where signatures of images lie that are not in their registries.
/// Depends on `reference`, `config` and `yaml`.
@NullMarked
package dev.truename.names.lookaside;

import org.jspecify.annotations.NullMarked;
