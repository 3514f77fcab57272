@NullMarked
package dev.truename.cri;

import org.jspecify.annotations.NullMarked;
