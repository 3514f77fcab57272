/// What a command is: a declaration, and something that runs. Depends on `spec`, `args` and `io`.
@NullMarked
package dev.truename.cli.command;

import org.jspecify.annotations.NullMarked;
