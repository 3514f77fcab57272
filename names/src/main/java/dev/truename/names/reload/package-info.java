/// One snapshot of the whole configuration, swapped at once when a file that counts changes: what a process that goes
/// on running answers from.
///
/// A bad file changes nothing: the last good snapshot stays, and what is wrong is told with file and line. Readers take
/// no lock. Depends on `config`.
@NullMarked
package dev.truename.names.reload;

import org.jspecify.annotations.NullMarked;
