@NullMarked
package dev.truename.cri.metrics;

import org.jspecify.annotations.NullMarked;
