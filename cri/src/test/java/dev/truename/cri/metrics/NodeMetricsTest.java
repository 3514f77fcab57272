package dev.truename.cri.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.SampleEvents;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reload.Rejection;
import dev.truename.names.reload.ReloadEvent;
import dev.truename.names.reload.ReloadEvent.Trigger;
import dev.truename.names.reload.ReloadStatus;
import dev.truename.names.reload.Snapshot;
import dev.truename.names.reload.SnapshotId;
import dev.truename.names.shortname.Resolution;
import dev.truename.pull.failure.PullFailure;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// From events to what Prometheus reads.
class NodeMetricsTest {
    private final AtomicReference<ReloadStatus> status = new AtomicReference<>(SampleEvents.status());
    private final NodeMetrics metrics = new NodeMetrics(
            status::get, () -> true, "1.2.3", Clock.fixed(SampleEvents.START.plusSeconds(90), ZoneOffset.UTC));

    @Test
    @DisplayName("one of each event")
    void all() {
        SampleEvents.all().forEach(metrics::on);
        Scrape scrape = Scrape.of(metrics);
        assertEquals(
                1, scrape.value("truename_resolutions_total", "purpose=\"pull\",outcome=\"aliased\",origin=\"none\""));
        assertEquals(
                1, scrape.value("truename_resolutions_total", "purpose=\"pull\",outcome=\"invalid\",origin=\"none\""));
        assertEquals(
                2,
                scrape.value(
                        "truename_alias_hits_total",
                        "file=\"/usr/share/containers/registries.conf.d/001-rhel-shortnames.conf\""));
        assertEquals(1, scrape.value("truename_aliases_used", ""));
        assertEquals(1, scrape.value("truename_blocked_names_total", "purpose=\"pull\""));
        assertEquals(2, scrape.value("truename_pulls_total", "outcome=\"done\""));
        assertEquals(1, scrape.value("truename_pulls_total", "outcome=\"runtime\""));
        assertEquals(1, scrape.value("truename_source_failures_total", "failure=\"runtime\",source=\"runtime\""));
        assertEquals(1, scrape.value("truename_pull_source_total", "source=\"runtime\",index=\"1\""));
        assertEquals(1, scrape.value("truename_pulls_total", "outcome=\"rate-limited\""));
        assertEquals(0, scrape.value("truename_pulls_total", "outcome=\"mismatch\""));
        assertEquals(2, scrape.value("truename_pull_duration_seconds_bucket", "result=\"done\",le=\"2.5\""));
        assertEquals(1, scrape.value("truename_pull_duration_seconds_bucket", "result=\"done\",le=\"1.0\""));
        assertEquals(2, scrape.value("truename_pull_candidate_total", "index=\"1\""));
        assertEquals(1, scrape.value("truename_pull_source_total", "source=\"registry\",index=\"2\""));
        assertEquals(2, scrape.value("truename_source_failures_total", "failure=\"not-found\",source=\"mirror\""));
        assertEquals(1, scrape.value("truename_source_failures_total", "failure=\"rate-limited\",source=\"registry\""));
        assertEquals(70_000_512, scrape.value("truename_fetched_bytes_total", ""));
        assertEquals(1_000_000, scrape.value("truename_reused_bytes_total", ""));
        assertEquals(1, scrape.value("truename_pulls_joined_total", ""));
        assertEquals(0, scrape.value("truename_pulls_in_flight", ""));
        assertEquals(0, scrape.value("truename_pulls_waiting", ""));
        assertEquals(1, scrape.value("truename_calls_total", "method=\"PullImage\",code=\"UNAVAILABLE\""));
        assertEquals(1, scrape.value("truename_call_duration_seconds_bucket", "method=\"ImageStatus\",le=\"2.5E-4\""));
        assertEquals(1, scrape.value("truename_broken_calls_total", ""));
        assertEquals(70_000_512, scrape.value("truename_reclaimed_bytes_total", ""));
        assertEquals(1, scrape.value("truename_damaged_images_total", ""));
        assertEquals(1, scrape.value("truename_runtime_losses_total", ""));
        assertEquals(1, scrape.value("truename_build_info", "version=\"1.2.3\""));
        assertEquals(1, scrape.value("truename_ready", ""));
    }

    @Test
    @DisplayName("the names that CRI-O uses count the same, with labels of our own choosing")
    void crio() {
        SampleEvents.all().forEach(metrics::on);
        Scrape scrape = Scrape.of(metrics);
        String crio = "container_runtime_crio_";
        assertEquals(2, scrape.value(crio + "image_pulls_success_total", ""));
        assertEquals(1, scrape.value(crio + "image_pulls_failure_total", "error=\"rate-limited\""));
        assertEquals(
                70_000_000,
                scrape.value(
                        crio + "image_pulls_bytes_total",
                        "mediatype=\"application/vnd.oci.image.layer.v1.tar+gzip\",size=\"100000000\""));
        assertEquals(512, scrape.value(crio + "image_pulls_skipped_bytes_total", "size=\"1000\""));
        assertEquals(1, scrape.value(crio + "image_pulls_layer_size_count", ""));
        assertEquals(1, scrape.value(crio + "image_layer_reuse_total", ""));
        assertEquals(1, scrape.value(crio + "operations_total", "operation=\"ImageStatus\""));
        assertEquals(1, scrape.value(crio + "operations_errors_total", "operation=\"PullImage\""));
        assertEquals(0.00025, scrape.value(crio + "operations_latency_seconds", "operation=\"PullImage\""));
    }

    @Test
    @DisplayName("a pull is waiting until it is started, and under way until it ends")
    void inFlight() {
        metrics.on(new NodeEvent.PullRequested(SampleEvents.TICKET));
        assertEquals(1, metrics.pullsWaiting());
        metrics.on(new NodeEvent.PullStarted(SampleEvents.TICKET, Duration.ofSeconds(3)));
        assertEquals(0, metrics.pullsWaiting());
        assertEquals(1, metrics.pullsInFlight());
        metrics.on(SampleEvents.failed(new PullFailure.Cancelled("here", "stopped")));
        assertEquals(0, metrics.pullsInFlight());
    }

    @Test
    @DisplayName("what is in force, for how long, and that the files are rejected")
    void configuration() {
        Snapshot next =
                new Snapshot(RegistriesConfiguration.EMPTY, new SnapshotId("ffffffffffff"), 4, SampleEvents.START);
        metrics.on(new ReloadEvent.Loaded(Trigger.CHANGE, next));
        metrics.on(new ReloadEvent.Rejected(Trigger.CHANGE, next, List.of(SampleEvents.finding(3))));
        status.set(new ReloadStatus(
                next,
                Optional.of(new Rejection(List.of(SampleEvents.finding(3)), SampleEvents.START.plusSeconds(60))),
                1,
                SampleEvents.START.plusSeconds(80),
                Optional.of("too many watches")));
        Scrape scrape = Scrape.of(metrics);
        assertEquals(1, scrape.value("truename_snapshot_info", "id=\"ffffffffffff\",mode=\"permissive\""));
        assertFalse(scrape.text().contains(SampleEvents.SNAPSHOT), "one id at a time");
        assertEquals(90, scrape.value("truename_snapshot_age_seconds", ""));
        assertEquals(10, scrape.value("truename_configuration_checked_age_seconds", ""));
        assertEquals(1, scrape.value("truename_configuration_rejected", ""));
        assertEquals(30, scrape.value("truename_configuration_rejected_age_seconds", ""));
        assertEquals(1, scrape.value("truename_reloads_total", "result=\"rejected\""));
        assertEquals(0, scrape.value("truename_configuration_watched", ""));
        assertEquals(4, scrape.value("truename_snapshot_sequence", ""));
    }

    @Test
    @DisplayName("whatever names, files and media types are made up outside, the number of series has a bound")
    void bounded() {
        for (int i = 0; i < 1_000; i++) {
            AliasDefinition alias = new AliasDefinition(
                    "a" + i, SampleEvents.ALIAS.target(), new Origin(Path.of("/etc/" + i + ".conf"), 1));
            metrics.on(SampleEvents.resolved(CallPurpose.PULL, new Resolution.Aliased(SampleEvents.UBI9, alias)));
        }
        SampleEvents.all().forEach(metrics::on);
        Scrape scrape = Scrape.of(metrics);
        assertEquals(33, scrape.series("truename_alias_hits_total"));
        assertTrue(scrape.series() < 700, () -> "series: " + scrape.series());
    }

    @Test
    @DisplayName("every declared metric is exposed, and no other; with the labels that are declared")
    void declared() {
        SampleEvents.all().forEach(metrics::on);
        metrics.on(
                new ReloadEvent.Unchanged(Trigger.REQUEST, SampleEvents.status().snapshot()));
        Scrape scrape = Scrape.of(metrics);
        assertEquals(
                Metrics.ALL.stream().map(MetricSpec::name).sorted().toList(),
                scrape.families().stream().sorted().toList());
        for (MetricSpec spec : Metrics.ALL) {
            for (MetricLabel label : spec.labels()) {
                for (String value : scrape.labelValues(spec.name(), label.name())) {
                    assertTrue(
                            label.values().isEmpty() || label.values().contains(value),
                            () -> spec.name() + " " + label.name() + "=" + value);
                }
            }
        }
    }

    @Test
    @DisplayName(
            "failures and resolutions that have not happened are there as 0, so that their first time is an increase")
    void zero() {
        Scrape scrape = Scrape.of(metrics);
        assertEquals(0, scrape.value("truename_source_failures_total", "failure=\"mismatch\",source=\"mirror\""));
        assertEquals(
                0,
                scrape.value(
                        "truename_resolutions_total", "purpose=\"pull\",outcome=\"ambiguous\",origin=\"cluster\""));
        assertEquals(0, scrape.value("truename_broken_calls_total", ""));
    }

    @Test
    @DisplayName("who does not ask for OpenMetrics gets Prometheus' text")
    void formats() {
        metrics.on(SampleEvents.callEnded("ImageStatus", Status.OK));
        assertTrue(Scrape.of(metrics, "application/openmetrics-text; version=1.0.0")
                .text()
                .endsWith("# EOF\n"));
        String text = Scrape.of(metrics, "").text();
        assertFalse(text.contains("# EOF"));
        assertTrue(text.contains("# TYPE truename_calls_total counter"));
    }
}
