package dev.truename.cri.backend;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.shortname.NearMisses;
import dev.truename.names.shortname.ShortNameResolver;

/// One configuration, ready to decide. Made once for each load of the files and read by any number of threads.
///
/// @param id tells which configuration it was, in logs and metrics
public record NodeSnapshot(
        String id,
        RegistriesConfiguration configuration,
        ShortNameResolver resolver,
        PullSourcePlanner planner,
        NearMisses nearMisses) {
    public NodeSnapshot {
        requireNonNull(id);
        requireNonNull(configuration);
        requireNonNull(resolver);
        requireNonNull(planner);
        requireNonNull(nearMisses);
    }

    public static NodeSnapshot of(String id, RegistriesConfiguration configuration) {
        return new NodeSnapshot(
                id,
                configuration,
                new ShortNameResolver(configuration),
                new PullSourcePlanner(configuration),
                new NearMisses(configuration));
    }
}
