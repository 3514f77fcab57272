/// What stands between the wire and what serves images: one method a call, the messages of the wire contract,
/// and what a call brings with it. Depends on `names`, and knows gRPC's messages and status codes but no server.
@NullMarked
package dev.truename.cri.backend;

import org.jspecify.annotations.NullMarked;
