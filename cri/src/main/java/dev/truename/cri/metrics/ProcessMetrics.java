package dev.truename.cri.metrics;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// What the process takes, as Linux tells it in `/proc`; 0 where there is none. Asks the system and not the JVM's
/// management beans, which would cost the start more than everything else here.
final class ProcessMetrics {
    private static final Path SELF = Path.of("/proc/self");
    private static final double KIBIBYTE = 1024;
    private static final double MILLIS = 1000;

    private ProcessMetrics() {}

    static void addTo(Instruments instruments) {
        ProcessHandle.Info info = ProcessHandle.current().info();
        double start = info.startInstant().map(Instant::toEpochMilli).orElse(0L) / MILLIS;
        instruments.gauge(Metrics.START_TIME, () -> start);
        instruments.counter(
                Metrics.CPU,
                () -> ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L)
                        / MILLIS);
        instruments.gauge(Metrics.RESIDENT, () -> status("VmRSS:") * KIBIBYTE);
        instruments.gauge(Metrics.THREADS, () -> status("Threads:"));
        instruments.gauge(Metrics.OPEN_FILES, ProcessMetrics::openFiles);
    }

    private static double status(String key) {
        try {
            for (String line : Files.readAllLines(SELF.resolve("status"))) {
                if (line.startsWith(key)) {
                    return number(line.substring(key.length()));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private static double number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            }
        }
        return number;
    }

    private static double openFiles() {
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(SELF.resolve("fd"))) {
            for (Path _ : entries) {
                count++;
            }
        } catch (IOException e) {
            return 0;
        }
        return Math.max(0, count - 1); // without the listing's own
    }
}
