/// Standard streams, colour, and text that comes from outside. Only here are the process's streams known. Depends on
/// `names.reference`.
@NullMarked
package dev.truename.cli.io;

import org.jspecify.annotations.NullMarked;
