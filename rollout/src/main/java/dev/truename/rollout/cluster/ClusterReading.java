package dev.truename.rollout.cluster;

import static java.util.Objects.requireNonNull;

import dev.truename.names.workload.Reading;
import java.util.List;

/// What was found in a cluster.
///
/// @param reading the uses, by kind of workload, and which kinds could not be read; its files are the objects read
/// @param running what the nodes made of the images of pods, each pair once
public record ClusterReading(Reading reading, List<RunningImage> running) {
    public ClusterReading {
        requireNonNull(reading);
        running = List.copyOf(running);
    }
}
