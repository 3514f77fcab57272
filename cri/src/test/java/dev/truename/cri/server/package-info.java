@NullMarked
package dev.truename.cri.server;

import org.jspecify.annotations.NullMarked;
