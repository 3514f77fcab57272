/// The node service as a command. Its libraries are there for it alone (docs/decisions/0016), so [ServeCommand]
/// names none of them: it is listed with all commands, and they are loaded by what it runs.
@NullMarked
package dev.truename.cli.node;

import org.jspecify.annotations.NullMarked;
