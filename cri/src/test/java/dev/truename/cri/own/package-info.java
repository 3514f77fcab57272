@NullMarked
package dev.truename.cri.own;

import org.jspecify.annotations.NullMarked;
