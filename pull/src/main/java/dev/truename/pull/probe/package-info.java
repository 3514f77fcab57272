/// Asks registries whether images are there, politely: few at a time and so many a second of each host, and no further
/// of a host that wants to be left alone. Depends on `pull`, `distribution`, `transport` and `failure`.
@NullMarked
package dev.truename.pull.probe;

import org.jspecify.annotations.NullMarked;
