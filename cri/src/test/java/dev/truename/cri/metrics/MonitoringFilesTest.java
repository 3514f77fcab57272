package dev.truename.cri.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.truename.cri.event.SampleEvents;
import dev.truename.names.reload.ReloadEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Rules, alerts, dashboard, objectives and runbooks ask for what the service really exposes, and for each other.
class MonitoringFilesTest {
    private static final Path PROMETHEUS = Path.of("..", "packaging", "prometheus");
    private static final Path DASHBOARD = Path.of("..", "packaging", "grafana", "truename-dashboard.json");
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

    /// What a scrape gives of a service in which everything has happened once.
    private static Scrape scrape() {
        NodeMetrics metrics = new NodeMetrics(SampleEvents::status, () -> true, "1", Clock.systemUTC());
        SampleEvents.all().forEach(metrics::on);
        metrics.on(new ReloadEvent.Unchanged(
                ReloadEvent.Trigger.REQUEST, SampleEvents.status().snapshot()));
        return Scrape.of(metrics);
    }

    private static List<String> lines(Path file, String start) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    private static List<String> alerts() throws IOException {
        return lines(PROMETHEUS.resolve("truename-alerts.yaml"), "- alert:");
    }

    private static List<Query> queriesOf(Path file) throws IOException {
        return Query.in(Files.readString(file)).stream()
                .filter(query -> query.name().contains("_") || query.name().contains(":")) // not the command's name
                .toList();
    }

    private static List<Query> queriesOfDashboard() throws IOException {
        List<Query> queries = new ArrayList<>();
        addExpressions(JsonParser.parseString(Files.readString(DASHBOARD)), queries);
        return queries;
    }

    private static void addExpressions(JsonElement element, List<Query> queries) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> addExpressions(each, queries));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(member -> {
                if (member.getKey().equals("expr") || member.getKey().equals("definition")) {
                    queries.addAll(Query.in(member.getValue().getAsString()));
                } else {
                    addExpressions(member.getValue(), queries);
                }
            });
        }
    }

    private static void check(String where, Collection<Query> queries, Scrape scrape, Set<String> recorded) {
        assertFalse(queries.isEmpty(), where);
        Set<String> names = scrape.names();
        for (Query query : queries) {
            assertTrue(names.contains(query.name()) || recorded.contains(query.name()), () -> where + ": " + query);
            for (Query.Matching matching : query.matchings()) {
                check(where, query.name(), matching, scrape);
            }
        }
    }

    private static void check(String where, String name, Query.Matching matching, Scrape scrape) {
        assertTrue(scrape.labels(name).contains(matching.label()), () -> where + ": " + name + " " + matching);
        if (matching.label().equals("le")) {
            assertTrue(
                    scrape.labelValues(name, "le").containsAll(matching.values()),
                    () -> where + ": " + name + matching);
            return;
        }
        for (MetricSpec spec : Metrics.ALL) {
            for (MetricLabel label : spec.labels()) {
                if (name.startsWith(spec.name())
                        && label.name().equals(matching.label())
                        && !label.values().isEmpty()) {
                    assertTrue(
                            label.values().containsAll(matching.values()), () -> where + ": " + name + " " + matching);
                }
            }
        }
    }

    private static Set<String> recorded() throws IOException {
        return new HashSet<>(lines(PROMETHEUS.resolve("truename-rules.yaml"), "- record:"));
    }

    @Test
    @DisplayName("rules and alerts read what a scrape gives or a rule records, with labels and values that there are")
    void rules() throws IOException {
        Set<String> recorded = recorded();
        check("rules", queriesOf(PROMETHEUS.resolve("truename-rules.yaml")), scrape(), recorded);
        check("alerts", queriesOf(PROMETHEUS.resolve("truename-alerts.yaml")), scrape(), recorded);
    }

    @Test
    @DisplayName("every rule that is recorded is read by an alert")
    void recordedIsRead() throws IOException {
        Set<String> read = new HashSet<>();
        queriesOf(PROMETHEUS.resolve("truename-alerts.yaml")).forEach(query -> read.add(query.name()));
        assertEquals(Set.of(), minus(recorded(), read));
    }

    @Test
    @DisplayName("the dashboard reads what a scrape gives")
    void dashboard() throws IOException {
        List<Query> queries = queriesOfDashboard();
        assertTrue(queries.size() > 40);
        check("dashboard", queries, scrape(), Set.of());
    }

    @Test
    @DisplayName("every metric of our own is on the dashboard or in an alert, or is about the process")
    void used() throws IOException {
        Set<String> used = new HashSet<>();
        queriesOfDashboard().forEach(query -> used.add(query.name()));
        queriesOf(PROMETHEUS.resolve("truename-rules.yaml")).forEach(query -> used.add(query.name()));
        queriesOf(PROMETHEUS.resolve("truename-alerts.yaml")).forEach(query -> used.add(query.name()));
        Set<String> unused = new TreeSet<>();
        for (MetricSpec spec : Metrics.ALL) {
            if (spec.name().startsWith("truename_") && used.stream().noneMatch(name -> name.startsWith(spec.name()))) {
                unused.add(spec.name());
            }
        }
        assertEquals(
                Set.of(
                        "truename_blob_retries_total",
                        "truename_fetched_blobs_total",
                        "truename_reused_blobs_total",
                        "truename_search_registries"),
                unused);
    }

    @Test
    @DisplayName("every alert has a runbook, a runbook for no alert there is none, and links lead there")
    void runbooks() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            files.forEach(file -> pages.add(file.getFileName().toString()));
        }
        Set<String> expected = new TreeSet<>();
        List<String> links = new ArrayList<>();
        for (String alert : alerts()) {
            expected.add(alert + ".md");
            links.add("docs/runbooks/" + alert + ".md");
        }
        assertEquals(expected, pages);
        assertEquals(links, lines(PROMETHEUS.resolve("truename-alerts.yaml"), "runbook_url:"));
        Scrape scrape = scrape();
        for (String page : pages) {
            Path file = RUNBOOKS.resolve(page);
            List<Query> queries = queriesOf(file);
            if (!queries.isEmpty()) {
                check(page, queries, scrape, recorded());
            }
            assertTrue(Files.readString(file).startsWith("# " + page.replace(".md", "") + "\n"), page);
        }
    }

    @Test
    @DisplayName("every alert is tested: it fires, and it does not")
    void alertsAreTested() throws IOException {
        String tests = Files.readString(PROMETHEUS.resolve("truename-alerts-test.yaml"));
        for (String alert : alerts()) {
            assertTrue(tests.contains("alertname: " + alert + "\n        exp_alerts:"), alert);
        }
    }

    @Test
    @DisplayName("the objectives are written with metrics that there are")
    void objectives() throws IOException {
        Scrape scrape = scrape();
        check("slo.md", queriesOf(Path.of("..", "docs", "slo.md")), scrape, scrape.families());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
