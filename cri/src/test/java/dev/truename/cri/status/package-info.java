@NullMarked
package dev.truename.cri.status;

import org.jspecify.annotations.NullMarked;
