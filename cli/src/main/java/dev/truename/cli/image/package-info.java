/// Images: `pull`, `inspect`, `images`, `rm`, `prune`. Here the library `pull` meets the command line. Depends on
/// `names`, `progress`, `prompt`, `command` and what is below them.
@NullMarked
package dev.truename.cli.image;

import org.jspecify.annotations.NullMarked;
