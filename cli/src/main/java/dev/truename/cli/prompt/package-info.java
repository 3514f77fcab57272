/// Asks people in a terminal. Depends on `io` and the library `names`.
@NullMarked
package dev.truename.cli.prompt;

import org.jspecify.annotations.NullMarked;
