package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One `[[registry]]` table: what a prefix of names is served from.
///
/// @param prefix `host[:port][/path]` or `*.host`, the host in lower case
/// @param location what the prefix is replaced by to get the physical name; empty only for a `*.` prefix, where it
///     means no replacement
/// @param insecure whether TLS may go unverified, and plain HTTP be used, towards the location (not its mirrors)
/// @param blocked whether nothing may be pulled from here
/// @param mirrors in the order in which they are asked; `mirror-by-digest-only` is already folded into each
/// @param origin the line of the table's header
/// @param shadows the tables of the same prefix that this one replaces, in reading order
public record RegistryEntry(
        String prefix,
        String location,
        Sourced<Boolean> insecure,
        Sourced<Boolean> blocked,
        List<Mirror> mirrors,
        Origin origin,
        List<Origin> shadows) {
    public RegistryEntry {
        requireNonNull(prefix);
        requireNonNull(location);
        requireNonNull(insecure);
        requireNonNull(blocked);
        requireNonNull(origin);
        mirrors = List.copyOf(mirrors);
        shadows = List.copyOf(shadows);
    }
}
