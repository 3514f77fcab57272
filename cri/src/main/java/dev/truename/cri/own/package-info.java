/// The backend that keeps images in a store of its own: what is in it, pulls that are done once, removal, room.
/// Depends on every other package of this module but `server` and `client`.
@NullMarked
package dev.truename.cri.own;

import org.jspecify.annotations.NullMarked;
