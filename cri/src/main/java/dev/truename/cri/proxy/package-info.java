/// Another runtime's images under their true names: a backend that says what a name means and lets containerd or CRI-O
/// do the rest. Answers travel back as the runtime gave them, with all that this program does not know.
///
/// Trust: the runtime is believed about what it has and what it was told by a registry; it is never asked for a name
/// that the configuration has not given a meaning. Depends on `names`, `pull.credential` and, in this module, on
/// `backend`, `client`, `event` and `name`.
@NullMarked
package dev.truename.cri.proxy;

import org.jspecify.annotations.NullMarked;
