package dev.truename.cri.metrics;

import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.Words;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Owner;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reload.ReloadStatus;
import dev.truename.names.shortname.Resolution;
import io.prometheus.metrics.core.metrics.Counter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What names meant, and by whose files.
final class ResolutionMetrics {
    private static final int MAX_FILES = 32;
    private static final String OTHER = "other";
    private static final String NONE = "none";

    private final Counter resolutions;
    private final Counter hits;
    private final Counter blocked;
    private final Supplier<ReloadStatus> status;
    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    /// Keys of aliases; never more than there are in the tables that were in force.
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ResolutionMetrics(Instruments instruments, Supplier<ReloadStatus> status) {
        this.resolutions = instruments.counter(Metrics.RESOLUTIONS);
        this.hits = instruments.counter(Metrics.ALIAS_HITS);
        this.blocked = instruments.counter(Metrics.BLOCKED);
        this.status = status;
        instruments.gauge(Metrics.ALIASES_USED, used::size);
    }

    void count(NodeEvent.NameResolved resolved) {
        Resolution resolution = resolved.resolution();
        count(resolved.purpose(), Words.of(resolution), owner(resolution));
        if (resolution instanceof Resolution.Aliased aliased) {
            hit(aliased.alias());
        }
    }

    void count(NodeEvent.NameInvalid invalid) {
        count(invalid.purpose(), "invalid", NONE);
    }

    void count(NodeEvent.NameBlocked event) {
        blocked.labelValues(Words.of(event.purpose())).inc();
    }

    private void count(CallPurpose purpose, String outcome, String origin) {
        resolutions.labelValues(Words.of(purpose), outcome, origin).inc();
    }

    private void hit(AliasDefinition alias) {
        used.add(alias.key());
        hits.labelValues(word(alias.origin().file())).inc();
    }

    /// The path, as long as there are few.
    private String word(Path file) {
        if (!files.contains(file)) {
            if (files.size() >= MAX_FILES) {
                return OTHER;
            }
            files.add(file);
        }
        return file.toString();
    }

    private String owner(Resolution resolution) {
        return switch (resolution) {
            case Resolution.AlreadyQualified _, Resolution.Unresolved _ -> NONE;
            case Resolution.Aliased it -> owner(Optional.of(it.alias().origin()));
            case Resolution.Chosen it -> owner(Optional.of(it.candidate().origin()));
            case Resolution.Searched it ->
                owner(it.candidates().stream().findFirst().map(first -> first.origin()));
            case Resolution.Ambiguous it ->
                owner(it.candidates().stream().findFirst().map(first -> first.origin()));
            case Resolution.Inexpressible it -> owner(Optional.of(it.registry()));
        };
    }

    /// Whose a file is by the configuration in force; one that is in none any more is nobody's.
    private String owner(Optional<Origin> origin) {
        RegistriesConfiguration configuration = status.get().snapshot().configuration();
        return origin.flatMap(configuration.layers()::owner).map(Owner::word).orElse(NONE);
    }
}
