/// Why a pull failed, as a value. Depends on `names` only; everything else in this module depends on it.
@NullMarked
package dev.truename.pull.failure;

import org.jspecify.annotations.NullMarked;
