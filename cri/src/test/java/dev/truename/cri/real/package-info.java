/// Real runtimes of this machine for tests.
@NullMarked
package dev.truename.cri.real;

import org.jspecify.annotations.NullMarked;
