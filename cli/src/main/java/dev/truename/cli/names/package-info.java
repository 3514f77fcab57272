/// The configuration and names as commands see them: loaded as the command line says, and told to people and scripts.
/// Depends on `spec`, `args`, `io` and `command`, and on the library `names`.
@NullMarked
package dev.truename.cli.names;

import org.jspecify.annotations.NullMarked;
