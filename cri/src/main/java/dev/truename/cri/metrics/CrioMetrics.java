package dev.truename.cri.metrics;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.Words;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullEvent;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;

/// The same under the names that CRI-O exposes, for dashboards and alerts that people have. Labels whose values come
/// from images are left out or take one of a few words.
final class CrioMetrics {
    private final Counter operations;
    private final Counter errors;
    private final Gauge latency;
    private final Counter success;
    private final Counter failure;
    private final Counter bytes;
    private final Counter skipped;
    private final Histogram layerSize;
    private final Counter reuse;

    CrioMetrics(Instruments instruments) {
        this.operations = instruments.counter(Metrics.CRIO_OPERATIONS);
        this.errors = instruments.counter(Metrics.CRIO_OPERATION_ERRORS);
        this.latency = instruments.gauge(Metrics.CRIO_LATENCY);
        this.success = instruments.counter(Metrics.CRIO_SUCCESS);
        this.failure = instruments.counter(Metrics.CRIO_FAILURE);
        this.bytes = instruments.counter(Metrics.CRIO_BYTES);
        this.skipped = instruments.counter(Metrics.CRIO_SKIPPED);
        this.layerSize = instruments.histogram(Metrics.CRIO_LAYER_SIZE);
        this.reuse = instruments.counter(Metrics.CRIO_REUSE);
    }

    void count(NodeEvent.CallEnded ended) {
        operations.labelValues(ended.method()).inc();
        latency.labelValues(ended.method()).set(PullMetrics.seconds(ended.took()));
        if (!ended.status().isOk()) {
            errors.labelValues(ended.method()).inc();
        }
    }

    void count(NodeEvent.PullProgressed progressed) {
        if (progressed.event() instanceof PullEvent.BlobDone(Descriptor blob)) {
            bytes.labelValues(MediaWords.word(blob.mediaType()), SizeWords.word(blob.size()))
                    .inc(blob.size());
            layerSize.observe((double) blob.size());
        } else if (progressed.event() instanceof PullEvent.BlobReused(Descriptor blob)) {
            skipped.labelValues(SizeWords.word(blob.size())).inc(blob.size());
            reuse.inc();
        }
    }

    void succeeded() {
        success.inc();
    }

    void count(NodeEvent.RuntimePullEnded ended) {
        if (ended.status().isOk()) {
            success.inc();
        } else {
            failure.labelValues(Words.of(ended)).inc();
        }
    }

    void count(NodeEvent.PullFailed failed) {
        failure.labelValues(Words.of(failed.outcome().mostTelling().failure())).inc();
    }
}
