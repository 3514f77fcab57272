/// The node service's gRPC server on a unix socket: the socket and who may use it, limits, calls on virtual
/// threads. Knows no image: it asks a [dev.truename.cri.backend.ImageBackend].
@NullMarked
package dev.truename.cri.server;

import org.jspecify.annotations.NullMarked;
