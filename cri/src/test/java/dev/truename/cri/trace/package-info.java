@NullMarked
package dev.truename.cri.trace;

import org.jspecify.annotations.NullMarked;
