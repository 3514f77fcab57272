/// What every backend owes its callers, as tests.
@NullMarked
package dev.truename.cri.backend;

import org.jspecify.annotations.NullMarked;
