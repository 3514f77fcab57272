/// HTTP exchanges with registries, token servers and storage: connections, TLS, proxies, redirects, retries, bounds.
///
/// Every rule about where bytes and secrets may go that does not depend on a registry's protocol is kept here, once.
/// Depends on `failure` only. Knows nothing of images.
@NullMarked
package dev.truename.pull.transport;

import org.jspecify.annotations.NullMarked;
