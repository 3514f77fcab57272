package dev.truename.pull.distribution;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.transport.TransportSettings;
import java.util.Map;
import java.util.Set;

/// What a client of registries is told.
///
/// @param tokenServers by registry host, the host names, each without a port, of token servers that may have its
///     credentials though their name is another; internal addresses are allowed to them too
public record DistributionSettings(TransportSettings transport, Map<String, Set<String>> tokenServers) {
    public DistributionSettings {
        requireNonNull(transport);
        tokenServers = Map.copyOf(tokenServers);
    }

    /// No further token servers.
    public static DistributionSettings of(TransportSettings transport) {
        return new DistributionSettings(transport, Map.of());
    }
}
