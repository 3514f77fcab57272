/// From a qualified reference to where it is fetched: the registry entry that applies, its rewrite, its mirrors in
/// order, and what is blocked.
///
/// Decides only; contacts nothing. Depends on `reference` and `config`.
///
/// Source of the rules: containers-registries.conf(5), "REMAPPING AND MIRRORING REGISTRIES".
@NullMarked
package dev.truename.names.pullsource;

import org.jspecify.annotations.NullMarked;
