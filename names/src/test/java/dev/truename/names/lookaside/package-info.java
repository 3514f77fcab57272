/// Tests of where signatures lie.
@NullMarked
package dev.truename.names.lookaside;

import org.jspecify.annotations.NullMarked;
