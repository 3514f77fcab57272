/// registries.conf (version 2, and version 1 where the legacy generation reads it), its drop-ins and the alias file,
/// merged into one immutable [dev.truename.names.config.RegistriesConfiguration].
///
/// Every value knows the file and line that it came from, and what it shadows. All mistakes of all files are reported
/// at once. Reading takes no lock and writes nothing. Depends on `reference`, `spelling` and `toml`.
///
/// Source of the format: containers-registries.conf(5) and containers-registries.conf.d(5).
@NullMarked
package dev.truename.names.config;

import org.jspecify.annotations.NullMarked;
