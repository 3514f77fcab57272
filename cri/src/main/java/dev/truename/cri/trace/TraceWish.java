package dev.truename.cri.trace;

import java.util.Map;

/// Whether somebody wants traces, by the environment variables of OpenTelemetry's specification ("Environment Variable
/// Specification"). Without a word about them nothing is loaded and nothing is sent.
public final class TraceWish {
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";

    private TraceWish() {}

    public static boolean in(Map<String, String> variables) {
        if (variables.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")) {
            return false;
        }
        String exporter = variables.getOrDefault(EXPORTER, "");
        if (!exporter.isEmpty()) {
            return !exporter.equalsIgnoreCase("none");
        }
        return isSet(variables, "OTEL_EXPORTER_OTLP_ENDPOINT")
                || isSet(variables, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    }

    private static boolean isSet(Map<String, String> variables, String name) {
        return !variables.getOrDefault(name, "").isEmpty();
    }
}
