package dev.truename.cri.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One label of a metric.
///
/// @param values all that there can be; empty if `bound` says what limits them
/// @param bound what limits the number of values where they are not a fixed few
public record MetricLabel(String name, List<String> values, String bound) {
    public MetricLabel {
        requireNonNull(name);
        values = List.copyOf(values);
        requireNonNull(bound);
    }

    static MetricLabel of(String name, String... values) {
        return new MetricLabel(name, List.of(values), "");
    }

    static MetricLabel of(String name, List<String> values) {
        return new MetricLabel(name, values, "");
    }

    static MetricLabel bounded(String name, String bound) {
        return new MetricLabel(name, List.of(), bound);
    }
}
