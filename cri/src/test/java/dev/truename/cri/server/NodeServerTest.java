package dev.truename.cri.server;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.v1.ImageFsInfoRequest;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.names.config.RegistriesConfiguration;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NodeServerTest {
    private static final NodeSnapshot SNAPSHOT = NodeSnapshot.of("one", RegistriesConfiguration.EMPTY);

    @TempDir
    private Path folder;

    private final StubBackend backend = new StubBackend();
    private final BlockingQueue<NodeEvent> events = new LinkedBlockingQueue<>();
    private volatile boolean listenerBreaks;
    private NodeServer server;
    private CriClient client;

    @BeforeEach
    void start() throws IOException {
        server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                new NodeServerSettings(64 << 10, 100, 1, Duration.ofSeconds(30)),
                backend,
                () -> SNAPSHOT,
                this::hear);
        client = CriClient.to(server.path());
    }

    private void hear(NodeEvent event) {
        events.add(event);
        if (listenerBreaks) {
            throw new IllegalStateException("on purpose");
        }
    }

    @AfterEach
    void stop() {
        backend.letGo.countDown();
        client.close();
        server.close();
    }

    @Test
    void answersOnTheSocket() {
        assertEquals(
                "stub",
                client.runtime().version(VersionRequest.getDefaultInstance()).getRuntimeName());
        assertEquals(
                0,
                client.images()
                        .imageFsInfo(ImageFsInfoRequest.getDefaultInstance())
                        .getImageFilesystemsCount());
        List<Object> parts = new ArrayList<>();
        client.images().streamImages(StreamImagesRequest.getDefaultInstance()).forEachRemaining(parts::add);
        assertEquals(2, parts.size());
    }

    @Test
    void saysWhereToAskForContainers() {
        assertEquals(
                "truename serves images; ask for pods and containers at the container runtime's own socket (crictl:"
                        + " --runtime-endpoint)",
                refusal("runtime.v1.RuntimeService/ListContainers"));
        assertEquals("Method not found: other.Service/Call", refusal("other.Service/Call"));
    }

    /// What a call that this program does not know is refused with.
    private String refusal(String method) {
        var descriptor = ImageServiceGrpc.getImageStatusMethod().toBuilder()
                .setFullMethodName(method)
                .build();
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class,
                () -> ClientCalls.blockingUnaryCall(
                        client.images().getChannel(),
                        descriptor,
                        CallOptions.DEFAULT,
                        ImageStatusRequest.getDefaultInstance()));
        assertEquals(Status.Code.UNIMPLEMENTED, refused.getStatus().getCode());
        return String.valueOf(refused.getStatus().getDescription());
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() {
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(
                        4711,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("later"))
                                .build())
                .build();
        ImageSpec spec =
                ImageSpec.newBuilder().setImage("a").setUnknownFields(unknown).build();

        var response = client.images()
                .imageStatus(ImageStatusRequest.newBuilder()
                        .setImage(spec)
                        .setUnknownFields(unknown)
                        .build());

        assertEquals(spec, response.getImage().getSpec());
        assertEquals(unknown, response.getUnknownFields());
    }

    @Test
    void handsOnHeadersDeadlineAndSnapshot() {
        Metadata.Key<String> key = Metadata.Key.of("trace", Metadata.ASCII_STRING_MARSHALLER);
        Metadata headers = new Metadata();
        headers.put(key, "t1");

        var _ = client.images()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(1, TimeUnit.HOURS)
                .imageStatus(ImageStatusRequest.getDefaultInstance());

        CallContext call = requireNonNull(backend.lastCall.get());
        assertEquals("t1", call.headers().get(key));
        assertEquals("one", call.snapshot().id());
        assertTrue(call.deadline().orElseThrow().timeRemaining(TimeUnit.MINUTES) > 50);
    }

    @Test
    void tellsWhatTheBackendSaysAndNothingOfItsMistakes() {
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, () -> client.remove("a"));
        assertEquals(Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
        assertEquals("told as it is", refused.getStatus().getDescription());

        StatusRuntimeException broken = assertThrows(
                StatusRuntimeException.class, () -> client.images().listImages(ListImagesRequest.getDefaultInstance()));
        assertEquals(Status.Code.INTERNAL, broken.getStatus().getCode());
        assertFalse(String.valueOf(broken.getMessage()).contains("no images"), broken.toString());
    }

    @Test
    void answersThoughAListenerBreaks() {
        listenerBreaks = true;
        assertEquals(
                "stub",
                client.runtime().version(VersionRequest.getDefaultInstance()).getRuntimeName());
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, () -> client.remove("a"));
        assertEquals(Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
    }

    @Test
    void refusesWhatIsTooLarge() {
        StatusRuntimeException refused =
                assertThrows(StatusRuntimeException.class, () -> client.status("a".repeat(65 << 10)));
        assertEquals(Status.Code.RESOURCE_EXHAUSTED, refused.getStatus().getCode());
    }

    @Test
    void refusesMoreCallsThanItMayHoldAtOnce() throws Exception {
        ListenableFuture<PullImageResponse> pull =
                client.imagesAtOnce().pullImage(PullImageRequest.getDefaultInstance());
        backend.pulling.await();
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, () -> client.status("a"));
        assertEquals(Status.Code.RESOURCE_EXHAUSTED, refused.getStatus().getCode());
        assertEquals(
                "1 calls are under way at truename, which is the most; try again when some have ended",
                refused.getStatus().getDescription());
        backend.letGo.countDown();
        assertEquals("id", pull.get().getImageRef());
        assertEquals("a", client.status("a").getImage().getSpec().getImage());
    }

    @Test
    void interruptsTheWorkOfWhoeverIsGone() throws Exception {
        ListenableFuture<PullImageResponse> pull =
                client.imagesAtOnce().pullImage(PullImageRequest.getDefaultInstance());
        backend.pulling.await();
        pull.cancel(true);
        backend.interrupted.await();
        assertEquals(Status.Code.CANCELLED, ended("PullImage").status().getCode());
    }

    @Test
    void interruptsTheWorkThatIsTooLate() throws Exception {
        StatusRuntimeException late = assertThrows(
                StatusRuntimeException.class,
                () -> client.images()
                        .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                        .pullImage(PullImageRequest.getDefaultInstance()));
        assertEquals(Status.Code.DEADLINE_EXCEEDED, late.getStatus().getCode());
        backend.interrupted.await();
    }

    private NodeEvent.CallEnded ended(String method) throws InterruptedException {
        while (true) {
            if (events.take() instanceof NodeEvent.CallEnded end && end.method().equals(method)) {
                return end;
            }
        }
    }

    @Test
    void letsCallsEndWhenItIsClosed() throws Exception {
        ListenableFuture<PullImageResponse> pull =
                client.imagesAtOnce().pullImage(PullImageRequest.getDefaultInstance());
        backend.pulling.await();
        Thread closing = Thread.ofVirtual().start(server::close);
        while (Files.exists(server.path())) {
            Thread.onSpinWait();
        }
        assertFalse(pull.isDone());
        backend.letGo.countDown();
        assertEquals("id", pull.get().getImageRef());
        closing.join();
        assertEquals(0, backend.closed.getCount());
    }

    @Test
    void endsCallsWhenTheirTimeIsOver() throws Exception {
        Path path = folder.resolve("short.sock");
        StubBackend stubborn = new StubBackend();
        NodeServer second = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(path)),
                NodeServerSettings.DEFAULT.withGrace(Duration.ofMillis(50)),
                stubborn,
                () -> SNAPSHOT,
                event -> {});
        try (CriClient other = CriClient.to(path)) {
            ListenableFuture<PullImageResponse> pull =
                    other.imagesAtOnce().pullImage(PullImageRequest.getDefaultInstance());
            stubborn.pulling.await();
            second.close();
            stubborn.interrupted.await();
            assertThrows(ExecutionException.class, pull::get);
        }
    }
}
