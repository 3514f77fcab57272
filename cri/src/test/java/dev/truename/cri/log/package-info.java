@NullMarked
package dev.truename.cri.log;

import org.jspecify.annotations.NullMarked;
