/// A strict reader of TOML 1.0 in which every key and value knows its line and column, and which reports as many
/// mistakes of a file as it can.
///
/// Input is another party's: at most [dev.truename.names.toml.Toml#MAX_BYTES], nested at most
/// [dev.truename.names.toml.Toml#MAX_DEPTH] deep, read in time linear in its size. It is on the path of every command's
/// start, so it is few classes, and has no streams and no regular expressions. Depends on `reference`
/// for what can be shown.
///
/// Source of the format: toml.io, version 1.0.0.
@NullMarked
package dev.truename.names.toml;

import org.jspecify.annotations.NullMarked;
