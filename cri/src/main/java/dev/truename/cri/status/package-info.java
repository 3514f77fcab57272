/// How a node service stands: whether it can serve, what is in force, what goes on. Told on the service's own socket,
/// beside the CRI. Depends on `backend` and `client`, and on `names`.
@NullMarked
package dev.truename.cri.status;

import org.jspecify.annotations.NullMarked;
