package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.cri.Configured;
import dev.truename.cri.CriClient;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.fake.FakeRuntime;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.NodeServer;
import dev.truename.cri.server.NodeServerSettings;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PullImageRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a pod's events say of every kind of failure before another runtime, word for word.
@Timeout(60)
class ProxyErrorsTest {
    private static final String ALIAS = "[aliases]\n\"app\" = \"r.example/team/app\"\n";
    private static final String SEARCH = "unqualified-search-registries = [\"a.example\", \"b.example\"]\n";
    private static final String SEARCHED = """
            "app:1" has no alias and is searched: a.example/app:1 ({conf}:1), b.example/app:1 ({conf}:1); write the full \
            name, or say what it means on this node: "app" = "REGISTRY/REPOSITORY" below [aliases] in a file of \
            registries.conf.d""";
    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final Metadata.Key<String> MORE = Metadata.Key.of("more", Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    private Path folder;

    private FakeRuntime runtime;
    private NodeSnapshot snapshot;
    private NodeServer server;
    private CriClient client;

    @BeforeEach
    void start() throws IOException {
        snapshot = Configured.by(folder, "");
        runtime = FakeRuntime.start(folder.resolve("r.sock"), "containerd");
        server = NodeServer.start(
                ListeningSocket.bind(SocketPlace.of(folder.resolve("t.sock"))),
                NodeServerSettings.DEFAULT,
                new ProxyBackend(runtime.socket(), NodeListener.NONE),
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

    /// Something goes wrong.
    @FunctionalInterface
    interface Trouble {
        void with(FakeRuntime runtime);
    }

    private static final Trouble NONE = runtime -> {};

    private static Trouble fails(String reference, Status.Code code, String said) {
        return runtime -> runtime.fail(reference, code.toStatus().withDescription(said));
    }

    record Case(String name, String toml, String image, Trouble trouble, Status.Code code, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case("an alias whose image is not there", ALIAS, "app:1", NONE, Status.Code.NOT_FOUND, """
                        failed to pull and unpack image "r.example/team/app:1": failed to resolve reference \
                        "r.example/team/app:1": r.example/team/app:1: not found; "app" is an alias of \
                        r.example/team/app ({conf}:2)"""),
                new Case("a search that finds nothing", SEARCH, "app:1", NONE, Status.Code.NOT_FOUND, """
                        failed to pull and unpack image "b.example/app:1": failed to resolve reference \
                        "b.example/app:1": b.example/app:1: not found; a.example/app:1 is not there; \
                        """ + SEARCHED),
                new Case("a full name that is not there", "", "r.example/app:1", NONE, Status.Code.NOT_FOUND, """
                        failed to pull and unpack image "r.example/app:1": failed to resolve reference \
                        "r.example/app:1": r.example/app:1: not found"""),
                new Case(
                        "whatever else a runtime says in a search",
                        SEARCH,
                        "app:1",
                        fails("a.example/app:1", Status.Code.UNKNOWN, "a.example: 403 Forbidden"),
                        Status.Code.UNKNOWN,
                        "a.example: 403 Forbidden; b.example/app:1 was not tried; " + SEARCHED),
                new Case(
                        "what the kubelet looks for",
                        ALIAS,
                        "app:1",
                        fails("r.example/team/app:1", Status.Code.UNKNOWN, "SignatureValidationFailed: no"),
                        Status.Code.UNKNOWN,
                        "SignatureValidationFailed: no; \"app\" is an alias of r.example/team/app ({conf}:2)"),
                new Case("a runtime that is away", ALIAS, "app:1", FakeRuntime::kill, Status.Code.UNAVAILABLE, """
                        the runtime does not answer on {socket} (No such file or directory: {socket}); see whether it \
                        runs, and that --upstream names its socket; "app" is an alias of r.example/team/app ({conf}:2)"""),
                new Case(
                        "a block",
                        "[[registry]]\nlocation = \"r.example/team\"\nblocked = true\n" + ALIAS,
                        "app:1",
                        NONE,
                        Status.Code.PERMISSION_DENIED,
                        """
                        r.example/team/app:1 may not be pulled: r.example/team is blocked ({conf}:3); take the image \
                        from another registry, or lift the block where it is set"""),
                new Case(
                        "a short name that is ambiguous",
                        SEARCH + "short-name-mode = \"enforcing\"\n",
                        "app:1",
                        NONE,
                        Status.Code.FAILED_PRECONDITION,
                        """
                        short name "app:1" could be any of: a.example/app:1 ({conf}:1), b.example/app:1 ({conf}:1); \
                        the short-name mode enforcing ({conf}:2) forbids to guess; write the full name, or say what it \
                        means on this node: "app" = "REGISTRY/REPOSITORY" below [aliases] in a file of \
                        registries.conf.d"""),
                new Case("a short name without meaning", "", "app:1", NONE, Status.Code.FAILED_PRECONDITION, """
                        short name "app:1" has no alias, and no file lists search registries; write the full name, or \
                        say what it means on this node: "app" = "REGISTRY/REPOSITORY" below [aliases] in a file of \
                        registries.conf.d"""),
                new Case("an id", "", "sha256:0123456789abcdef", NONE, Status.Code.INVALID_ARGUMENT, """
                        "sha256:0123456789abcdef" is an image's id, and can be pulled only by a name; write \
                        [REGISTRY/]PATH[:TAG]"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells(Case row) {
        snapshot = Configured.by(folder, row.toml());
        row.trouble().with(runtime);
        Status status = refusal(row.image()).getStatus();
        assertEquals(row.code(), status.getCode(), status.getDescription());
        assertEquals(
                row.told()
                        .replace("{conf}", folder.resolve("registries.conf").toString())
                        .replace("{socket}", runtime.socket().toString()),
                status.getDescription());
    }

    private StatusRuntimeException refusal(String image) {
        return assertThrows(StatusRuntimeException.class, () -> client.pull(image));
    }

    @Test
    void credentialsThatWereKeptBackAreTold() {
        snapshot = Configured.by(folder, ALIAS);
        fails("r.example/team/app:1", Status.Code.UNKNOWN, "401 Unauthorized").with(runtime);
        String why = "; \"app\" is an alias of r.example/team/app (" + folder.resolve("registries.conf") + ":2)";
        assertEquals(
                "401 Unauthorized; the credentials of the request are for index.docker.io and were not handed on" + why,
                refusalWith(AuthConfig.newBuilder().setUsername("me")));
        assertEquals(
                "401 Unauthorized" + why,
                refusalWith(AuthConfig.newBuilder().setUsername("me").setServerAddress("r.example")));
    }

    private @Nullable String refusalWith(AuthConfig.Builder auth) {
        PullImageRequest request = PullImageRequest.newBuilder()
                .setImage(CriClient.spec("app:1"))
                .setAuth(auth)
                .build();
        return assertThrows(StatusRuntimeException.class, () -> client.images().pullImage(request))
                .getStatus()
                .getDescription();
    }

    @Test
    void whatGoesWithARuntimesRefusalTravelsToo() {
        snapshot = Configured.by(folder, ALIAS);
        Metadata trailers = new Metadata();
        trailers.put(DETAILS, new byte[] {1, 2});
        trailers.put(MORE, "yes");
        for (String name : List.of("r.example/team/app:1", "r.example/other:1")) {
            runtime.fail(name, Status.UNKNOWN.withDescription("no"), trailers);
        }
        Metadata ofFullName =
                Objects.requireNonNull(refusal("r.example/other:1").getTrailers());
        assertEquals(2, Objects.requireNonNull(ofFullName.get(DETAILS)).length);
        assertEquals("yes", ofFullName.get(MORE));

        Metadata ofShortName = Objects.requireNonNull(refusal("app:1").getTrailers());
        assertFalse(ofShortName.containsKey(DETAILS), "they hold the message without what is told with it");
        assertEquals("yes", ofShortName.get(MORE));
    }
}
