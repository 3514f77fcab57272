/// What a command is: a declaration, and something that runs. Depends on `spec`, `args`, `io` and
/// the host's description in the library `names`.
@NullMarked
package dev.truename.cli.command;

import org.jspecify.annotations.NullMarked;
