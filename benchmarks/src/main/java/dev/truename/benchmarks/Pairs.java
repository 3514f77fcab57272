package dev.truename.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times two commands as whole processes, in turn (A B A B ...), so that a machine whose speed drifts slows both;
/// prints a row of a Markdown table with both medians and the median of the pairs' ratios.
///
/// Arguments: the row's name, the number of pairs, a command to run before each of them (`:` for none), then A and B,
/// each handed to `/bin/sh -c`.
public final class Pairs {
    private Pairs() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int pairs = Integer.parseInt(args[1]);
        String before = args[2];
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = -1; i < pairs; i++) {
            double first = timed(before, args[3]);
            double second = timed(before, args[4]);
            if (i >= 0) { // the first pair warms the caches
                a.add(first);
                b.add(second);
                ratios.add(first / second);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | **%.2f** | %.2f to %.2f |%n",
                args[0],
                median(a) * 1e3,
                median(b) * 1e3,
                median(ratios),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow());
    }

    private static double timed(String before, String command) throws IOException, InterruptedException {
        run(before);
        long start = System.nanoTime();
        run("exec " + command);
        return (System.nanoTime() - start) / 1e9;
    }

    private static void run(String command) throws IOException, InterruptedException {
        List<String> words = Arrays.asList("/bin/sh", "-c", command);
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(Path.of("/dev/stderr").toFile())
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("exit status " + status + ": " + command);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
