package dev.truename.cri.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truename.cri.event.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prometheus' own tool on rules, alerts and a scrape.
class PromtoolIT {
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Path FILES = Path.of("..", "packaging", "prometheus");
    private static final String ALERTS = "truename-alerts.yaml";
    private static final String RULES = "truename-rules.yaml";
    private static final String TESTS = "truename-alerts-test.yaml";

    @TempDir
    Path folder;

    @BeforeEach
    void installed() {
        assumeTrue(
                Files.isExecutable(PROMTOOL) || System.getenv("CI") != null, "promtool (prometheus) is not installed");
    }

    private record Run(int status, String output) {}

    private static Run promtool(Path input, Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static Run promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        return promtool(Path.of("/dev/null"), folder, arguments);
    }

    @Test
    @DisplayName("rules and alerts are well-formed")
    void check() throws Exception {
        Run run = promtool(FILES, "check", "rules", RULES, ALERTS);
        assertEquals(0, run.status(), run::output);
    }

    @Test
    @DisplayName("each alert fires when it should, and not when it should not")
    void alerts() throws Exception {
        Run run = promtool(FILES, "test", "rules", TESTS);
        assertEquals(0, run.status(), run::output);
        assertTrue(run.output().contains("SUCCESS"), run::output);
    }

    @Test
    @DisplayName("the tests of the alerts notice an alert that has lost its threshold")
    void testsCanFail() throws Exception {
        for (String file : List.of(RULES, ALERTS, TESTS)) {
            String text = Files.readString(FILES.resolve(file));
            Files.writeString(folder.resolve(file), text.replace("14.4 * 0.005", "144 * 0.005"));
        }
        Run run = promtool(folder, "test", "rules", TESTS);
        assertNotEquals(0, run.status());
        assertTrue(run.output().contains("TruenamePullsFailing"), run::output);
    }

    @Test
    @DisplayName(
            "Prometheus reads what the service exposes, and finds nothing to say but of the names that are CRI-O's")
    void scrape() throws Exception {
        NodeMetrics metrics = new NodeMetrics(SampleEvents::status, () -> true, "1", Clock.systemUTC());
        SampleEvents.all().forEach(metrics::on);
        Path text = folder.resolve("metrics.txt");
        Files.writeString(text, Scrape.of(metrics).text());
        Run run = promtool(text, folder, "check", "metrics");
        List<String> findings = run.output()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("container_runtime_crio_"))
                .toList();
        assertEquals(List.of(), findings);
    }
}
