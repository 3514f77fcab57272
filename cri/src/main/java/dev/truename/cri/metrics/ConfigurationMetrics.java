package dev.truename.cri.metrics;

import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reload.ReloadEvent;
import dev.truename.names.reload.ReloadStatus;
import dev.truename.names.reload.Snapshot;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/// What is in force, for how long, and whether the files say something else.
final class ConfigurationMetrics {
    private final Counter reloads;
    private final Info snapshot;

    ConfigurationMetrics(Instruments instruments, Supplier<ReloadStatus> status, Clock clock) {
        this.reloads = instruments.counter(Metrics.RELOADS);
        this.snapshot = instruments.info(Metrics.SNAPSHOT);
        tell(status.get().snapshot());
        instruments.gauge(
                Metrics.SNAPSHOT_AGE, () -> age(status.get().snapshot().loaded(), clock));
        instruments.gauge(
                Metrics.SNAPSHOT_SEQUENCE, () -> status.get().snapshot().sequence());
        instruments.gauge(Metrics.CHECKED_AGE, () -> age(status.get().checked(), clock));
        instruments.gauge(Metrics.REJECTED, () -> status.get().rejection().isPresent() ? 1 : 0);
        instruments.gauge(
                Metrics.REJECTED_AGE,
                () -> status.get()
                        .rejection()
                        .map(rejection -> age(rejection.since(), clock))
                        .orElse(0.0));
        instruments.gauge(Metrics.WATCHING, () -> status.get().unwatched().isPresent() ? 0 : 1);
        instruments.gauge(
                Metrics.SEARCH_REGISTRIES,
                () -> configuration(status).searchRegistries().registries().size());
        instruments.gauge(
                Metrics.WARNINGS, () -> configuration(status).warnings().size());
        instruments.gauges(Metrics.ALIASES, callback -> {
            RegistriesConfiguration configuration = configuration(status);
            long active = configuration.aliases().values().stream()
                    .filter(alias -> alias.target().isPresent())
                    .count();
            callback.call((double) active, "active");
            callback.call((double) (configuration.aliases().size() - active), "erased");
            callback.call(
                    configuration.shadowedAliases().values().stream()
                            .mapToInt(shadowed -> shadowed.size())
                            .sum(),
                    "shadowed");
        });
    }

    private static RegistriesConfiguration configuration(Supplier<ReloadStatus> status) {
        return status.get().snapshot().configuration();
    }

    private static double age(Instant since, Clock clock) {
        return PullMetrics.seconds(Duration.between(since, clock.instant()));
    }

    private void tell(Snapshot now) {
        snapshot.setLabelValues(
                now.id().hex(), now.configuration().effectiveMode().name().toLowerCase(Locale.ROOT));
    }

    void count(ReloadEvent event) {
        switch (event) {
            case ReloadEvent.Loaded loaded -> {
                reloads.labelValues("loaded").inc();
                tell(loaded.snapshot());
            }
            case ReloadEvent.Unchanged _ -> reloads.labelValues("unchanged").inc();
            case ReloadEvent.Rejected _ -> reloads.labelValues("rejected").inc();
            case ReloadEvent.Unwatched _ -> {} // a gauge of its own
        }
    }
}
