/// A container runtime that runs in the test's own process. See docs/decisions/0020 for why it is not in the testkit.
@NullMarked
package dev.truename.cri.fake;

import org.jspecify.annotations.NullMarked;
