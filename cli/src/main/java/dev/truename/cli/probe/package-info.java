/// Asking registries whether images are there, as the command line says: for every command that does. Depends on
/// `image`'s way to registries and the libraries `names` and `pull`.
@NullMarked
package dev.truename.cli.probe;

import org.jspecify.annotations.NullMarked;
