@NullMarked
package dev.truename.cri.proxy;

import org.jspecify.annotations.NullMarked;
