package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.event.Words;
import dev.truename.cri.fake.FakeRuntime;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.cri.v1.StatusRequest;
import dev.truename.cri.v1.StreamImagesRequest;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What travels through the proxy, and what does not, before a runtime of the test's own.
@Timeout(120)
class ProxyBackendTest {
    private static final String ALIAS = "[aliases]\n\"app\" = \"r.example/team/app\"\n";
    private static final String SEARCH = "unqualified-search-registries = [\"a.example\", \"b.example\"]\n";
    private static final TestImage IMAGE =
            TestImage.builder().layer(Layer.file("a", "b")).build();

    @TempDir
    private Path folder;

    private final BlockingQueue<NodeEvent> events = new LinkedBlockingQueue<>();
    private FakeRuntime runtime;
    private NodeSnapshot snapshot;
    private NodeServer server;
    private CriClient client;

    @BeforeEach
    void start() throws IOException {
        before("containerd");
    }

    private void before(String name) throws IOException {
        snapshot = Configured.by(folder, "");
        runtime = FakeRuntime.start(folder.resolve("r.sock"), name);
        server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                new ProxyBackend(runtime.socket(), events::add),
                () -> snapshot,
                NodeListener.NONE);
        client = CriClient.to(server.path());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        runtime.close();
    }

    private void configure(String toml) {
        snapshot = Configured.by(folder, toml);
    }

    private Status refusal(String image) {
        return assertThrows(StatusRuntimeException.class, () -> client.pull(image))
                .getStatus();
    }

    private static UnknownFieldSet unknown(int number) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("from the future"))
                                .build())
                .build();
    }

    @Test
    void whatNobodyHereKnowsTravelsBothWays() {
        configure(ALIAS);
        runtime.offer("r.example/team/app:1", IMAGE);
        var spec = CriClient.spec("app:1").toBuilder()
                .putAnnotations("a", "b")
                .setUserSpecifiedImage("app:1")
                .setUnknownFields(unknown(98))
                .build();
        PullImageRequest pull = PullImageRequest.newBuilder()
                .setImage(spec)
                .setUnknownFields(unknown(99))
                .build();
        PullImageResponse pulled = client.images().pullImage(pull);
        PullImageRequest expected = pull.toBuilder()
                .setImage(spec.toBuilder().setImage("r.example/team/app:1"))
                .build();
        assertEquals(List.of(expected), runtime.pulls());
        assertEquals(unknown(99), pulled.getUnknownFields());
        var status = client.images()
                .imageStatus(ImageStatusRequest.newBuilder()
                        .setImage(spec)
                        .setUnknownFields(unknown(97))
                        .build());
        assertEquals(unknown(97), status.getUnknownFields());
        assertEquals(unknown(97), status.getImage().getUnknownFields());
        assertEquals(expected.getImage(), status.getImage().getSpec());
    }

    @Test
    void headersTravelButForThoseOfTheConnection() {
        Metadata headers = new Metadata();
        Metadata.Key<String> trace = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
        Metadata.Key<byte[]> bytes = Metadata.Key.of("more-bin", Metadata.BINARY_BYTE_MARSHALLER);
        headers.put(trace, "00-1-2-01");
        headers.put(bytes, new byte[] {0, -1});
        var _ = client.runtime()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .version(VersionRequest.getDefaultInstance());
        Metadata received = runtime.headers().getLast();
        assertEquals("00-1-2-01", received.get(trace));
        assertEquals(2, received.get(bytes).length);
        for (String name : List.of("user-agent", "content-type", "grpc-accept-encoding")) {
            Iterable<String> values = received.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            assertTrue(values == null || !values.iterator().hasNext() || isOne(values), name);
        }
    }

    private static boolean isOne(Iterable<String> values) {
        var iterator = values.iterator();
        iterator.next();
        return !iterator.hasNext();
    }

    @Test
    void theRuntimesRefusalOfAFullNameIsToldAsItIs() {
        runtime.fail("r.example/a:1", Status.UNKNOWN.withDescription("RegistryUnavailable: all of it\nin two lines"));
        Status status = refusal("r.example/a:1");
        assertEquals(Status.Code.UNKNOWN, status.getCode());
        assertEquals("RegistryUnavailable: all of it\nin two lines", status.getDescription());
    }

    @Test
    void theRuntimesRefusalOfAShortNameComesFirst() {
        configure(ALIAS);
        runtime.fail("r.example/team/app:1", Status.UNKNOWN.withDescription("SignatureValidationFailed: no"));
        Status status = refusal("app:1");
        assertEquals(Status.Code.UNKNOWN, status.getCode());
        assertEquals(
                "SignatureValidationFailed: no; \"app\" is an alias of r.example/team/app ("
                        + folder.resolve("registries.conf") + ":2)",
                status.getDescription());
    }

    @Test
    void longRefusalsFit() {
        configure(ALIAS);
        runtime.fail("r.example/team/app:1", Status.UNKNOWN.withDescription("x".repeat(100_000)));
        Status status = refusal("app:1");
        assertEquals(Status.Code.UNKNOWN, status.getCode());
        assertTrue(String.valueOf(status.getDescription()).endsWith(":2)"));
    }

    @Test
    void aSearchEndsAtWhateverIsNotTheRegistrysWord() {
        configure(SEARCH);
        runtime.offer("b.example/app:1", IMAGE);
        runtime.fail("a.example/app:1", Status.NOT_FOUND.withDescription("a layer: not found"));
        Status status = refusal("app:1");
        Path conf = folder.resolve("registries.conf");
        assertEquals(List.of("a.example/app:1"), runtime.pulledNames());
        assertEquals(
                "a layer: not found; b.example/app:1 was not tried; \"app:1\" has no alias and is searched:"
                        + " a.example/app:1 (" + conf + ":1), b.example/app:1 (" + conf + ":1); write the full name, or"
                        + " say what it means on this node: \"app\" = \"REGISTRY/REPOSITORY\" below [aliases] in a"
                        + " file of registries.conf.d",
                status.getDescription());
    }

    @Test
    void aShortNameWithoutMeaningNeverReachesTheRuntime() {
        runtime.offer("docker.io/library/app:1", IMAGE);
        assertEquals(Status.Code.FAILED_PRECONDITION, refusal("app:1").getCode());
        assertEquals(List.of(), runtime.pulls());
        client.pull("docker.io/library/app:1");
        assertFalse(client.status("app:1").hasImage());
        client.remove("app:1");
        assertTrue(client.status("docker.io/library/app:1").hasImage());
    }

    @Test
    void anImageThatIsNamedLikeTheStartOfAnIdIsNotTakenForIt() {
        for (String name : List.of("docker.io/library/deadbeef:latest", "docker.io/library/sha256:deadbeef")) {
            runtime.offer(name, IMAGE);
            client.pull(name);
        }
        for (String text : List.of("deadbeef", "sha256:deadbeef")) {
            assertFalse(client.status(text).hasImage());
            client.remove(text);
        }
        assertTrue(client.status("docker.io/library/deadbeef").hasImage());
    }

    @Test
    void theStartOfAnIdMeansItThoughTheNameWouldBeAmbiguous() {
        runtime.offer("r.example/app:1", IMAGE);
        String id = client.pull("r.example/app:1");
        configure(SEARCH + "short-name-mode = \"enforcing\"\n");
        String start = id.substring("sha256:".length(), 20);
        assertEquals(id, client.status(start).getImage().getId());
        assertEquals(Status.Code.FAILED_PRECONDITION, refusal("deadbeefdead").getCode());
        client.remove(start);
        assertFalse(client.status(id).hasImage());
    }

    @Test
    void listsLargerThanTheUsualLimitTravel() {
        for (int i = 0; i < 400; i++) {
            var image = TestImage.builder().layer(Layer.file("a", "b" + i)).build();
            runtime.offer("r.example/app:" + "t".repeat(100) + i, image);
            client.pull("r.example/app:" + "t".repeat(100) + i);
        }
        runtime.pad(12_000);
        assertEquals(
                400,
                client.images()
                        .listImages(ListImagesRequest.getDefaultInstance())
                        .getImagesCount());
    }

    @Test
    void whatTheRuntimeDoesNotServeIsNotServed() {
        var parts = client.images().streamImages(StreamImagesRequest.getDefaultInstance());
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, parts::hasNext);
        assertEquals(Status.Code.UNIMPLEMENTED, refusal.getStatus().getCode());
    }

    @Test
    void clientsFindTheRuntimeWhenTheyConnect() {
        var version = client.runtime().version(VersionRequest.getDefaultInstance());
        assertEquals("containerd", version.getRuntimeName());
        var status = client.runtime().status(StatusRequest.getDefaultInstance());
        assertEquals("RuntimeReady", status.getStatus().getConditions(0).getType());
    }

    @ParameterizedTest
    @CsvSource({"containerd,inside.example/app:1", "cri-o,r.example/app:1"})
    void aRuntimeThatDoesNotReadRegistriesConfIsAskedForTheRewrittenName(String name, String sent) throws IOException {
        stop();
        before(name);
        configure("[[registry]]\nprefix = \"r.example\"\nlocation = \"inside.example\"\n");
        runtime.offer(sent, IMAGE);
        client.pull("r.example/app:1");
        assertEquals(List.of(sent), runtime.pulledNames());
        assertTrue(client.status("r.example/app:1").hasImage());
        client.remove("r.example/app:1");
        assertFalse(client.status("r.example/app:1").hasImage());
    }

    @ParameterizedTest
    @CsvSource({"containerd,PERMISSION_DENIED", "cri-o,OK"})
    void mirrorsOfABlockedRegistryAreTheBusinessOfARuntimeThatReadsRegistriesConf(String name, Status.Code code)
            throws IOException {
        stop();
        before(name);
        configure("""
                [[registry]]
                location = "r.example"
                blocked = true
                [[registry.mirror]]
                location = "m.example"
                """);
        runtime.offer("r.example/app:1", IMAGE);
        Status status = code == Status.Code.OK ? Status.OK : refusal("r.example/app:1");
        assertEquals(code, status.getCode());
        if (code == Status.Code.OK) {
            assertEquals(IMAGE.config().digest(), client.pull("r.example/app:1"));
        } else {
            assertEquals(List.of(), runtime.pulls());
        }
    }

    @Test
    void credentialsStayWithTheirHost() {
        configure(SEARCH);
        runtime.offer("b.example/app:1", IMAGE);
        AuthConfig auth = AuthConfig.newBuilder()
                .setUsername("me")
                .setPassword("secret")
                .setServerAddress("b.example")
                .build();
        var _ = client.images()
                .pullImage(PullImageRequest.newBuilder()
                        .setImage(CriClient.spec("app:1"))
                        .setAuth(auth)
                        .build());
        assertFalse(runtime.pulls().getFirst().hasAuth());
        assertEquals(
                Optional.of(
                        auth.toBuilder().setServerAddress("https://b.example").build()),
                runtime.lastAuth());
    }

    @Test
    void aCallerWhoLeavesEndsThePullAtTheRuntime() throws InterruptedException {
        runtime.offer("r.example/app:1", IMAGE);
        runtime.hold();
        ListenableFuture<PullImageResponse> pull = client.imagesAtOnce()
                .pullImage(PullImageRequest.newBuilder()
                        .setImage(CriClient.spec("r.example/app:1"))
                        .build());
        runtime.awaitPulls(1);
        pull.cancel(true);
        assertTrue(runtime.awaitCancelled());
        Status told = next(NodeEvent.RuntimePulled.class).status();
        assertEquals(Status.Code.CANCELLED, told.getCode());
        assertEquals("the caller is gone", told.getDescription());
    }

    @Test
    void aPullThatTakesLongerThanItsCallerWaitsIsToldSo() throws InterruptedException {
        runtime.offer("r.example/app:1", IMAGE);
        runtime.hold();
        PullImageRequest request = PullImageRequest.newBuilder()
                .setImage(CriClient.spec("r.example/app:1"))
                .build();
        assertThrows(
                StatusRuntimeException.class,
                () -> client.images()
                        .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                        .pullImage(request));
        Status told = next(NodeEvent.RuntimePulled.class).status();
        assertEquals(Status.Code.DEADLINE_EXCEEDED, told.getCode());
        assertEquals("the time that the caller gave it is over", told.getDescription());
    }

    @Test
    void theDeadlineOfTheCallIsTheRuntimesToo() {
        runtime.offer("r.example/app:1", IMAGE);
        var _ = client.images()
                .withDeadlineAfter(1, TimeUnit.HOURS)
                .pullImage(PullImageRequest.newBuilder()
                        .setImage(CriClient.spec("r.example/app:1"))
                        .build());
        Deadline deadline = runtime.lastDeadline().orElseThrow();
        assertTrue(deadline.timeRemaining(TimeUnit.MINUTES) <= 60);
        client.pull("r.example/app:1");
        assertEquals(Optional.empty(), runtime.lastDeadline());
    }

    @Test
    void aRuntimeThatIsAwayIsUnavailableUntilItIsBack() throws Exception {
        runtime.offer("r.example/app:1", IMAGE);
        runtime.hold();
        ListenableFuture<PullImageResponse> pull = client.imagesAtOnce()
                .pullImage(PullImageRequest.newBuilder()
                        .setImage(CriClient.spec("r.example/app:1"))
                        .build());
        runtime.awaitPulls(1);
        runtime.kill();
        Exception broken = assertThrows(ExecutionException.class, pull::get);
        assertEquals(Status.Code.UNAVAILABLE, Status.fromThrowable(broken).getCode());
        assertEquals(runtime.socket(), next(NodeEvent.RuntimeLost.class).socket());
        Status away = refusal("r.example/app:1");
        assertEquals(Status.Code.UNAVAILABLE, away.getCode());
        assertTrue(
                requireNonNull(away.getDescription())
                        .startsWith("the runtime does not answer on " + runtime.socket() + " ("),
                away::toString);
        runtime.startAgain();
        NodeEvent.RuntimeFound found = next(NodeEvent.RuntimeFound.class);
        assertTrue(found.away().isPositive());
        client.pull("r.example/app:1");
        assertTrue(events.stream().noneMatch(NodeEvent.RuntimeLost.class::isInstance), "told once");
    }

    @Test
    void whatBecameOfAPullIsTold() throws InterruptedException {
        configure(SEARCH + """
                [[registry]]
                prefix = "c.example"
                location = "cache.example/c"
                [[registry]]
                location = "b.example"
                blocked = true
                """);
        runtime.offer("cache.example/c/app:1", IMAGE);
        client.pull("c.example/app:1");
        RuntimeOutcome.Pulled pulled =
                (RuntimeOutcome.Pulled) next(NodeEvent.RuntimePullEnded.class).outcome();
        assertEquals("c.example/app:1", pulled.candidate().toString());
        assertEquals("cache.example/c/app:1", pulled.sent().toString());
        assertEquals(IMAGE.config().digest(), pulled.image());
        assertEquals(Status.Code.PERMISSION_DENIED, refusal("app:1").getCode());
        assertEquals(
                Status.Code.NOT_FOUND,
                next(NodeEvent.RuntimePulled.class).status().getCode());
        NodeEvent.RuntimePullEnded blocked = next(NodeEvent.RuntimePullEnded.class);
        assertEquals(new RuntimeOutcome.Blocked(), blocked.outcome());
        assertEquals("blocked", Words.of(blocked));
        assertEquals(Status.Code.NOT_FOUND, refusal("c.example/no:1").getCode());
        assertEquals(
                new RuntimeOutcome.Absent(),
                next(NodeEvent.RuntimePullEnded.class).outcome());
        client.remove("c.example/app:1");
        assertEquals(
                new NodeEvent.RuntimeRemoved("c.example/app:1", "cache.example/c/app:1"),
                next(NodeEvent.RuntimeRemoved.class));
    }

    /// Waits for an event of this kind; those in front of it are passed over.
    private <E extends NodeEvent> E next(Class<E> kind) throws InterruptedException {
        NodeEvent event = events.take();
        while (!kind.isInstance(event)) {
            event = events.take();
        }
        return kind.cast(event);
    }
}
