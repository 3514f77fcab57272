package dev.truename.cri.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// Makes what counts from what is declared, in one registry of its own.
final class Instruments {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    PrometheusRegistry registry() {
        return registry;
    }

    Counter counter(MetricSpec spec) {
        Counter counter = Counter.builder()
                .name(spec.name())
                .help(spec.help())
                .labelNames(spec.labelNames())
                .withoutExemplars()
                .register(registry);
        start(spec.labels(), new ArrayList<>(), counter::initLabelValues);
        return counter;
    }

    /// Lets every series be there, and 0, from the start: Prometheus sees no increase in a series that begins with 1.
    /// Where a label's values are not a fixed few, nothing is there before it is counted.
    private static void start(List<MetricLabel> labels, List<String> values, Consumer<String[]> init) {
        if (values.size() == labels.size()) {
            init.accept(values.toArray(String[]::new));
            return;
        }
        for (String value : labels.get(values.size()).values()) {
            values.add(value);
            start(labels, values, init);
            values.removeLast();
        }
    }

    Histogram histogram(MetricSpec spec) {
        Histogram histogram = Histogram.builder()
                .name(spec.name())
                .help(spec.help())
                .labelNames(spec.labelNames())
                .classicOnly()
                .classicUpperBounds(spec.upperBounds())
                .withoutExemplars()
                .register(registry);
        start(spec.labels(), new ArrayList<>(), histogram::initLabelValues);
        return histogram;
    }

    Gauge gauge(MetricSpec spec) {
        return Gauge.builder()
                .name(spec.name())
                .help(spec.help())
                .labelNames(spec.labelNames())
                .withoutExemplars()
                .register(registry);
    }

    Info info(MetricSpec spec) {
        return Info.builder()
                .name(spec.name())
                .help(spec.help())
                .labelNames(spec.labelNames())
                .register(registry);
    }

    /// A gauge that is read when somebody asks.
    void gauge(MetricSpec spec, DoubleSupplier value) {
        gauges(spec, callback -> callback.call(value.getAsDouble()));
    }

    void gauges(MetricSpec spec, Consumer<GaugeWithCallback.Callback> values) {
        GaugeWithCallback.builder()
                .name(spec.name())
                .help(spec.help())
                .labelNames(spec.labelNames())
                .callback(values)
                .register(registry);
    }

    void counter(MetricSpec spec, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(spec.name())
                .help(spec.help())
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }
}
