/// The other end: connections to a CRI service on a unix socket.
@NullMarked
package dev.truename.cri.client;

import org.jspecify.annotations.NullMarked;
