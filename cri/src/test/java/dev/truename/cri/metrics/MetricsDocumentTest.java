package dev.truename.cri.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The committed list of metrics is that of the declarations. `-Dtruename.docs.write=true` writes it.
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");

    @Test
    void committedDocumentIsThatOfTheDeclarations() throws IOException {
        String made = document();
        if (Boolean.getBoolean("truename.docs.write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertEquals(
                made, Files.readString(DOCUMENT), "docs/metrics.md is out of date: run mvn -Dtruename.docs.write=true");
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Metrics of the node service

                Generated from the declarations; do not edit.

                `truename serve` exposes them at `http://127.0.0.1:9470/metrics`, as OpenMetrics to who asks for it and in
                Prometheus' text else; `--metrics` gives another address or switches them off. The number of series has a bound that
                does not depend on images, registries or callers: each label takes one of a fixed few values, or is bounded as told
                below. Series of fixed values are there from the start, as 0.

                What they are good for: [slo.md](slo.md). The names that begin with `container_runtime_crio_` are CRI-O's, for dashboards
                that you have; they count the same.

                """);
        for (MetricSpec spec : Metrics.ALL) {
            text.append("## `").append(spec.name()).append("`\n\n");
            text.append(spec.help()).append(" (").append(spec.kind().word()).append(")\n");
            if (!spec.buckets().isEmpty()) {
                text.append("\nBuckets: ")
                        .append(spec.buckets().stream()
                                .map(MetricsDocumentTest::number)
                                .collect(Collectors.joining(", ")))
                        .append(".\n");
            }
            if (!spec.labels().isEmpty()) {
                text.append("\n| label | values |\n|---|---|\n");
                spec.labels().forEach(label -> text.append(row(label)));
            }
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String row(MetricLabel label) {
        String values = label.values().isEmpty()
                ? "bounded: " + label.bound()
                : label.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        return "| `" + label.name() + "` | " + values + " |\n";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
