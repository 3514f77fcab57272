package dev.truename.cri.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a scrape gave, as Prometheus would read it.
public record Scrape(String text) {
    /// In Prometheus' text, whose lines name each metric as it is declared.
    public static Scrape of(NodeMetrics metrics) {
        return of(metrics, "");
    }

    static Scrape of(NodeMetrics metrics, String accept) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String _ = metrics.write(accept, out);
            return new Scrape(out.toString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> samples() {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /// The value of one series.
    ///
    /// @param labels `name="value"` with commas between, in any order
    public double value(String name, String labels) {
        Set<String> wanted = labels.isEmpty() ? Set.of() : Set.of(labels.split(",", -1));
        return samples().stream()
                .filter(line ->
                        name(line).equals(name) && Set.copyOf(pairs(line)).equals(wanted))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + "{" + labels + "}"));
    }

    private static String name(String line) {
        return line.substring(0, Math.min(end(line, '{'), end(line, ' ')));
    }

    int series() {
        return samples().size();
    }

    int series(String name) {
        return (int)
                samples().stream().filter(line -> line.startsWith(name + "{")).count();
    }

    /// The names that are exposed, as they are declared.
    public Set<String> families() {
        Set<String> names = new LinkedHashSet<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                names.add(line.split(" ", -1)[2]);
            }
        }
        return names;
    }

    /// The names of all series: a histogram has three.
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String line : samples()) {
            names.add(name(line));
        }
        return names;
    }

    private static int end(String line, char c) {
        int at = line.indexOf(c);
        return at < 0 ? line.length() : at;
    }

    /// The labels that a series of this name has.
    public Set<String> labels(String name) {
        Set<String> labels = new LinkedHashSet<>();
        for (String line : samples()) {
            if (line.startsWith(name + "{")) {
                for (String pair : pairs(line)) {
                    labels.add(pair.substring(0, pair.indexOf('=')));
                }
            }
        }
        return labels;
    }

    List<String> labelValues(String name, String label) {
        List<String> values = new ArrayList<>();
        for (String line : samples()) {
            if (line.startsWith(name)) {
                for (String pair : pairs(line)) {
                    if (pair.startsWith(label + "=")) {
                        values.add(pair.substring(label.length() + 2, pair.length() - 1));
                    }
                }
            }
        }
        return values;
    }

    private static List<String> pairs(String line) {
        int open = line.indexOf('{');
        int close = line.lastIndexOf('}');
        if (open < 0) {
            return List.of();
        }
        String inside = line.substring(open + 1, close);
        return List.of(inside.split("(?<=\"),", -1)); // no value of ours has a quote and a comma in it
    }
}
