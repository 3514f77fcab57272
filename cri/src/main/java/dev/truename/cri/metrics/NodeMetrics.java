package dev.truename.cri.metrics;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.names.reload.ReloadEvent;
import dev.truename.names.reload.ReloadListener;
import dev.truename.names.reload.ReloadStatus;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Counts what happens in the node service. Counting takes no lock.
public final class NodeMetrics implements NodeListener, ReloadListener {
    private final Instruments instruments = new Instruments();
    private final ResolutionMetrics resolutions;
    private final PullMetrics pulls;
    private final CrioMetrics crio;
    private final ConfigurationMetrics configuration;
    private final Counter calls;
    private final Histogram callDuration;
    private final Counter broken;
    private final Counter removed;
    private final Counter reclaimed;
    private final Counter reclaimFailures;
    private final Counter damaged;
    private final Counter runtimeLosses;

    /// @param status asked whenever somebody asks for the metrics
    /// @param ready whether the service can serve
    public NodeMetrics(Supplier<ReloadStatus> status, BooleanSupplier ready, String version, Clock clock) {
        this.resolutions = new ResolutionMetrics(instruments, status);
        this.pulls = new PullMetrics(instruments);
        this.calls = instruments.counter(Metrics.CALLS);
        this.callDuration = instruments.histogram(Metrics.CALL_DURATION);
        this.broken = instruments.counter(Metrics.BROKEN);
        this.removed = instruments.counter(Metrics.REMOVED);
        this.reclaimed = instruments.counter(Metrics.RECLAIMED);
        this.reclaimFailures = instruments.counter(Metrics.RECLAIM_FAILURES);
        this.damaged = instruments.counter(Metrics.DAMAGED);
        this.runtimeLosses = instruments.counter(Metrics.RUNTIME_LOSSES);
        this.configuration = new ConfigurationMetrics(instruments, status, clock);
        this.crio = new CrioMetrics(instruments);
        instruments.gauge(Metrics.READY, () -> ready.getAsBoolean() ? 1 : 0);
        instruments.info(Metrics.BUILD).setLabelValues(version);
        ProcessMetrics.addTo(instruments);
    }

    public int pullsInFlight() {
        return pulls.inFlight();
    }

    public int pullsWaiting() {
        return pulls.waiting();
    }

    @Override
    public void on(ReloadEvent event) {
        configuration.count(event);
    }

    @Override
    public void on(NodeEvent event) {
        switch (event) {
            case NodeEvent.CallEnded ended -> count(ended);
            case NodeEvent.NameResolved resolved -> resolutions.count(resolved);
            case NodeEvent.NameInvalid invalid -> resolutions.count(invalid);
            case NodeEvent.NameBlocked blocked -> resolutions.count(blocked);
            case NodeEvent.PullRequested requested -> pulls.count(requested);
            case NodeEvent.PullJoined joined -> pulls.count(joined);
            case NodeEvent.PullStarted started -> pulls.count(started);
            case NodeEvent.PullProgressed progressed -> {
                pulls.count(progressed);
                crio.count(progressed);
            }
            case NodeEvent.PullSucceeded succeeded -> {
                pulls.count(succeeded);
                crio.succeeded();
            }
            case NodeEvent.PullFailed failed -> {
                pulls.count(failed);
                crio.count(failed);
            }
            case NodeEvent.PullBroken broken -> pulls.count(broken);
            case NodeEvent.RuntimePulled asked -> pulls.count(asked);
            case NodeEvent.RuntimePullEnded ended -> {
                pulls.count(ended);
                crio.count(ended);
            }
            case NodeEvent.RuntimeLost _ -> runtimeLosses.inc();
            case NodeEvent.RuntimeFound _, NodeEvent.RuntimeRemoved _ -> {} // the calls are counted
            case NodeEvent.PullLeft left -> pulls.count(left);
            case NodeEvent.ImageRemoved _ -> removed.inc();
            case NodeEvent.Reclaimed done -> reclaimed.inc(done.pruned().bytes());
            case NodeEvent.ReclaimFailed _ -> reclaimFailures.inc();
            case NodeEvent.ImageDamaged _ -> damaged.inc();
            case NodeEvent.Broken _ -> broken.inc();
        }
    }

    private void count(NodeEvent.CallEnded ended) {
        calls.labelValues(ended.method(), ended.status().getCode().name()).inc();
        callDuration.labelValues(ended.method()).observe(PullMetrics.seconds(ended.took()));
        crio.count(ended);
    }

    /// Writes all of it, as OpenMetrics or in Prometheus' older text.
    ///
    /// @param accept what the caller says that it reads; the HTTP header of that name, or empty
    /// @return the media type of what was written
    public String write(String accept, OutputStream out) throws IOException {
        OpenMetricsTextFormatWriter open = OpenMetricsTextFormatWriter.create();
        if (open.accepts(accept)) {
            open.write(out, instruments.registry().scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
            return open.getContentType();
        }
        PrometheusTextFormatWriter text = PrometheusTextFormatWriter.create();
        text.write(out, instruments.registry().scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        return text.getContentType();
    }
}
