/// What is made from declarations: `--help`, manual pages, docs/cli.md, completion; and the commands that print them.
/// Depends on `spec`, `args`, `io` and `command`.
@NullMarked
package dev.truename.cli.help;

import org.jspecify.annotations.NullMarked;
