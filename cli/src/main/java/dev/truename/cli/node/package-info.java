/// The node service as a command. Its libraries are there for it alone (docs/decisions/0016), so [ServeCommand]
/// and [StatusCommand] name none of them: they are listed with all commands, and they are loaded by what it runs.
@NullMarked
package dev.truename.cli.node;

import org.jspecify.annotations.NullMarked;
