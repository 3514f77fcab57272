/// What server and client of this module share of Netty.
@NullMarked
package dev.truename.cri.netty;

import org.jspecify.annotations.NullMarked;
