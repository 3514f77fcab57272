/// What commands look like, as data: options, operands, examples, exit codes. Parsing, `--help`, manual pages,
/// docs/cli.md and completion are all made from these declarations, so that none can lag behind another. Depends on
/// nothing.
@NullMarked
package dev.truename.cli.spec;

import org.jspecify.annotations.NullMarked;
