/// An OCI distribution registry inside the test's own process: real sockets on loopback, an ephemeral port, content
/// that is malformed at will, faults, and a log of every request.
///
/// [dev.truename.testkit.TestRegistry] is where to start. This package joins the others: `http` (the server),
/// `content`, `access`, `fault`, `log`. Nothing here depends on what is tested with it.
@NullMarked
package dev.truename.testkit;

import org.jspecify.annotations.NullMarked;
