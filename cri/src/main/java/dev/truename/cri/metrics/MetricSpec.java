package dev.truename.cri.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One metric as it is declared: what the documents list and the service exposes.
///
/// @param name as it is exposed, with its suffix (`_total`, `_info`)
/// @param help one sentence
/// @param buckets upper bounds of a histogram, in its unit; empty for the other kinds
public record MetricSpec(String name, Kind kind, String help, List<MetricLabel> labels, List<Double> buckets) {
    /// How it behaves.
    public enum Kind {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram"),
        INFO("info");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public MetricSpec {
        requireNonNull(name);
        requireNonNull(kind);
        requireNonNull(help);
        labels = List.copyOf(labels);
        buckets = List.copyOf(buckets);
    }

    static MetricSpec counter(String name, String help, MetricLabel... labels) {
        return new MetricSpec(name, Kind.COUNTER, help, List.of(labels), List.of());
    }

    static MetricSpec gauge(String name, String help, MetricLabel... labels) {
        return new MetricSpec(name, Kind.GAUGE, help, List.of(labels), List.of());
    }

    static MetricSpec info(String name, String help, MetricLabel... labels) {
        return new MetricSpec(name, Kind.INFO, help, List.of(labels), List.of());
    }

    static MetricSpec histogram(String name, String help, List<Double> buckets, MetricLabel... labels) {
        return new MetricSpec(name, Kind.HISTOGRAM, help, List.of(labels), buckets);
    }

    String[] labelNames() {
        return labels.stream().map(MetricLabel::name).toArray(String[]::new);
    }

    double[] upperBounds() {
        return buckets.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
