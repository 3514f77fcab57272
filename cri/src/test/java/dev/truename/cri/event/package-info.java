@NullMarked
package dev.truename.cri.event;

import org.jspecify.annotations.NullMarked;
