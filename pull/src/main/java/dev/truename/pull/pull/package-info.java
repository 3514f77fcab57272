/// The whole of a pull: candidates in order, the sources of each in order, manifests, blobs in parallel, the store.
///
/// Trust: a source is believed about what a tag points at, and only the sources that the configuration gives for that
/// reference are. From then on everything is named by digest, so that each piece may come from whichever source of the
/// same reference has it. Depends on every other package of this module and on `names`.
@NullMarked
package dev.truename.pull.pull;

import org.jspecify.annotations.NullMarked;
