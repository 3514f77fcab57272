package dev.truename.cri.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeExtras;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.names.config.RegistriesConfiguration;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spans of real calls over the socket, as a collector on loopback gets them.
@Timeout(60)
class TracingTest {
    private static final NodeSnapshot SNAPSHOT = NodeSnapshot.of("0123456789ab", RegistriesConfiguration.EMPTY);

    @TempDir
    private Path folder;

    /// Lets a client call, and gives all spans that were sent by the end of the service.
    private List<Span> traced(Consumer<CriClient> calls) throws IOException {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            Tracing tracing = Tracing.of(Map.of("otel.exporter.otlp.endpoint", receiver.endpoint()), "1");
            try (NodeServer server = NodeServer.start(
                            ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                            NodeServerSettings.DEFAULT,
                            new TellingBackend(tracing.listener()),
                            () -> SNAPSHOT,
                            tracing.listener(),
                            new NodeExtras(List.of(), List.of(tracing.interceptor())));
                    CriClient client = CriClient.to(server.path())) {
                calls.accept(client);
            }
            tracing.close();
            assertEquals(List.of("truename"), receiver.services());
            return receiver.spans();
        }
    }

    private static Span one(List<Span> spans, String name) {
        List<Span> found =
                spans.stream().filter(span -> span.getName().equals(name)).toList();
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().hasStringValue()
                        ? attribute.getValue().getStringValue()
                        : Long.toString(attribute.getValue().getIntValue()))
                .findFirst()
                .orElse("");
    }

    private static void assertBelow(Span parent, Span child) {
        assertEquals(parent.getSpanId(), child.getParentSpanId());
        assertEquals(parent.getTraceId(), child.getTraceId());
        assertTrue(child.getStartTimeUnixNano() >= parent.getStartTimeUnixNano());
        assertTrue(child.getEndTimeUnixNano() >= child.getStartTimeUnixNano());
    }

    @Test
    @DisplayName("a pull: the call, below it what the name means and the pull, below that each source")
    void pull() throws Exception {
        List<Span> spans = traced(client -> client.pull("ubi9"));
        Span call = one(spans, "runtime.v1.ImageService/PullImage");
        assertEquals(Span.SpanKind.SPAN_KIND_SERVER, call.getKind());
        assertTrue(call.getParentSpanId().isEmpty());
        assertEquals("0", attribute(call, "rpc.grpc.status_code"));

        Span resolve = one(spans, "resolve");
        assertBelow(call, resolve);
        assertEquals("aliased", attribute(resolve, "truename.resolution"));
        assertEquals("0123456789ab", attribute(resolve, "truename.snapshot"));
        assertEquals(
                "/usr/share/containers/registries.conf.d/001-rhel-shortnames.conf:17",
                attribute(resolve, "truename.origin"));

        Span pull = one(spans, "pull");
        assertBelow(call, pull);
        assertEquals("70000512", attribute(pull, "truename.fetched_bytes"));
        List<Span> sources =
                spans.stream().filter(span -> span.getName().equals("source")).toList();
        assertEquals(2, sources.size());
        sources.forEach(source -> assertBelow(pull, source));
        Span mirror = sources.getFirst();
        assertEquals("mirror.example/ubi9:latest", attribute(mirror, "truename.source"));
        assertEquals("not-found", attribute(mirror, "truename.failure"));
        assertEquals(Status.StatusCode.STATUS_CODE_ERROR, mirror.getStatus().getCode());
        assertEquals(
                Status.StatusCode.STATUS_CODE_UNSET,
                sources.getLast().getStatus().getCode());
        assertEquals(5, spans.size());
    }

    @Test
    @DisplayName("a pull that fails is an error of its source, of the pull and of the call")
    void failed() throws Exception {
        List<Span> spans = traced(client -> assertThrows(StatusRuntimeException.class, () -> client.pull("bad")));
        Span call = one(spans, "runtime.v1.ImageService/PullImage");
        Span pull = one(spans, "pull");
        assertEquals("8", attribute(call, "rpc.grpc.status_code"));
        assertEquals("rate-limited", attribute(pull, "truename.failure"));
        assertEquals(Status.StatusCode.STATUS_CODE_ERROR, pull.getStatus().getCode());
        assertEquals("too many requests", call.getStatus().getMessage());
        assertTrue(spans.stream()
                .anyMatch(span -> span.getName().equals("source")
                        && attribute(span, "truename.failure").equals("rate-limited")));
    }

    @Test
    @DisplayName("status, list and remove have a span; what is asked for every few seconds has none")
    void others() throws Exception {
        List<Span> spans = traced(client -> {
            client.status("ubi9");
            client.remove("ubi9");
            var _ = client.images().listImages(ListImagesRequest.getDefaultInstance());
            var _ = client.images().imageFsInfo(ImageFsInfoRequest.getDefaultInstance());
        });
        Span status = one(spans, "runtime.v1.ImageService/ImageStatus");
        assertBelow(status, one(spans, "resolve"));
        assertEquals(
                1,
                spans.stream()
                        .filter(span -> span.getName().endsWith("/RemoveImage"))
                        .count());
        assertEquals(
                1,
                spans.stream()
                        .filter(span -> span.getName().endsWith("/ListImages"))
                        .count());
        assertTrue(spans.stream().noneMatch(span -> span.getName().contains("FsInfo")));
    }

    @Test
    @DisplayName("a caller that traces has the call's span below its own")
    void parent() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
                "00-" + trace + "-b7ad6b7169203331-01");
        List<Span> spans = traced(client -> {
            var _ = client.images()
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .listImages(ListImagesRequest.getDefaultInstance());
        });
        Span call = one(spans, "runtime.v1.ImageService/ListImages");
        assertEquals(ByteString.copyFrom(HexFormat.of().parseHex(trace)), call.getTraceId());
        assertEquals(ByteString.copyFrom(HexFormat.of().parseHex("b7ad6b7169203331")), call.getParentSpanId());
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318, true",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://127.0.0.1:4318, true",
        "OTEL_EXPORTER_OTLP_ENDPOINT=, false",
        "OTEL_TRACES_EXPORTER=otlp, true",
        "OTEL_TRACES_EXPORTER=none, false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 OTEL_TRACES_EXPORTER=none, false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 OTEL_SDK_DISABLED=true, false",
        "OTEL_SERVICE_NAME=x, false"
    })
    @DisplayName("traces are wanted where the standard variables say so")
    void wish(String variables, boolean wanted) {
        Map<String, String> environment = new HashMap<>();
        for (String pair : variables.split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                environment.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        assertEquals(wanted, TraceWish.in(environment));
    }

    @Test
    @DisplayName("gRPC as protocol is refused with what to write instead")
    void grpc() {
        RuntimeException failure = assertThrows(
                RuntimeException.class, () -> Tracing.of(Map.of("otel.exporter.otlp.protocol", "grpc"), "1"));
        assertTrue(String.valueOf(failure.getMessage()).contains("http/protobuf"), failure::toString);
    }
}
