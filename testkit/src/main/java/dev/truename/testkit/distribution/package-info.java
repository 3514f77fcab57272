/// The paths and the error bodies of the OCI distribution specification. Depends on `http`, and on gson to write JSON.
@NullMarked
package dev.truename.testkit.distribution;

import org.jspecify.annotations.NullMarked;
