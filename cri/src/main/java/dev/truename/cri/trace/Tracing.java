package dev.truename.cri.trace;

import dev.truename.cri.event.NodeListener;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Sends spans of calls and pulls to where OpenTelemetry's environment variables say.
///
/// The SDK's defaults hold, with these exceptions: the service is called `truename`; OTLP goes over HTTP, by the JDK's
/// own client, since gRPC would need another; metrics and logs are not sent, since Prometheus and the journal have
/// them.
public final class Tracing implements AutoCloseable {
    private static final int LAST_SECONDS = 5;

    private final OpenTelemetrySdk sdk;
    private final TraceInterceptor interceptor;
    private final TraceListener listener;

    private Tracing(OpenTelemetrySdk sdk, String version) {
        this.sdk = sdk;
        Tracer tracer = sdk.getTracer("dev.truename.cri", version);
        this.interceptor = new TraceInterceptor(tracer, sdk.getPropagators().getTextMapPropagator());
        this.listener = new TraceListener(tracer);
    }

    /// @throws RuntimeException if what the variables say cannot be done, with a message that names the variable
    public static Tracing fromEnvironment(String version) {
        return of(Map.of(), version);
    }

    /// @param more settings below those of the environment, by their names as system properties
    static Tracing of(Map<String, String> more, String version) {
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> settings(more))
                .addPropertiesCustomizer(Tracing::withoutGrpc)
                .build()
                .getOpenTelemetrySdk();
        return new Tracing(sdk, version);
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("otel.service.name", "truename");
        settings.put("otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("otel.metrics.exporter", "none");
        settings.put("otel.logs.exporter", "none");
        settings.putAll(more);
        return settings;
    }

    private static Map<String, String> withoutGrpc(ConfigProperties settings) {
        for (String name : new String[] {"otel.exporter.otlp.protocol", "otel.exporter.otlp.traces.protocol"}) {
            if ("grpc".equals(settings.getString(name))) {
                throw new IllegalArgumentException(
                        name + " is grpc; truename sends over HTTP alone: set it to http/protobuf, port 4318");
            }
        }
        return Map.of();
    }

    public ServerInterceptor interceptor() {
        return interceptor;
    }

    public NodeListener listener() {
        return listener;
    }

    /// Sends what is left, for some seconds at most.
    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
    }
}
