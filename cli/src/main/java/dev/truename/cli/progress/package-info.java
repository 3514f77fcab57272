/// What is shown of a pull while it runs, on standard error. Depends on `io` and the library `pull`.
@NullMarked
package dev.truename.cli.progress;

import org.jspecify.annotations.NullMarked;
