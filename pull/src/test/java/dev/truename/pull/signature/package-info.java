/// Tests of what counts as a signature.
@NullMarked
package dev.truename.pull.signature;

import org.jspecify.annotations.NullMarked;
