package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.cri.CriClient;
import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PodSandboxConfig;
import dev.truename.cri.v1.PodSandboxMetadata;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whose credentials open a registry: the request's, the namespace's, the node's.
@Timeout(60)
class NamespacedPullTest {
    private static final TestImage IMAGE =
            TestImage.builder().layer(Layer.file("etc/motd", "closed")).build();

    @TempDir
    private Path folder;

    private final TestRegistry closed =
            TestRegistry.builder().access(Access.basic("me", "secret")).start();
    private final OwnStores settings = new OwnStores();

    @SuppressWarnings("NullAway.Init") // each test starts it with files of its own
    private Served served;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("auth"));
        settings.namespacedAuth = Optional.of(new NamespacedAuth(folder.resolve("auth")));
        closed.push("team/app", "1", IMAGE);
    }

    @AfterEach
    void stop() {
        served.close();
        closed.close();
    }

    private void serve() throws IOException {
        served = new Served(folder, settings);
        served.configure("[aliases]\n\"app\" = \"" + closed.host() + "/team/app\"\n[[registry]]\nlocation = \""
                + closed.host() + "\"\ninsecure = true\n");
    }

    private void write(String file, String password) throws IOException {
        String auth = Base64.getEncoder().encodeToString(("me:" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("auth").resolve(file),
                "{\"auths\":{\"" + closed.host() + "\":{\"auth\":\"" + auth + "\"}}}");
    }

    /// As `printf %s NAME | sha256sum` gives it.
    private static String sha256(String name) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static PullImageRequest in(String namespace) {
        return PullImageRequest.newBuilder()
                .setImage(CriClient.spec("app:1"))
                .setSandboxConfig(PodSandboxConfig.newBuilder()
                        .setMetadata(PodSandboxMetadata.newBuilder().setNamespace(namespace)))
                .build();
    }

    private Status.Code pull(PullImageRequest request) {
        try {
            assertEquals(
                    IMAGE.config().digest(),
                    served.client.images().pullImage(request).getImageRef());
            served.client.remove("app:1");
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    @Test
    void theNamespacesFileOpensItForThatNamespaceAlone() throws Exception {
        write("web.json", "secret");
        serve();
        assertEquals(Status.Code.UNAUTHENTICATED, pull(in("db")));
        assertEquals(Status.Code.OK, pull(in("web")));
        assertEquals(Status.Code.UNAUTHENTICATED, pull(in("db")));
    }

    @Test
    void theFileOfTheResolvedNameIsAheadOfTheNamespaces() throws Exception {
        write("web.json", "wrong");
        write("web-" + sha256(closed.host() + "/team/app") + ".json", "secret");
        write("db-" + sha256("docker.io/library/app") + ".json", "secret");
        serve();
        assertEquals(Status.Code.OK, pull(in("web")));
        assertEquals(Status.Code.UNAUTHENTICATED, pull(in("db")));
    }

    @Test
    void theRequestIsAheadOfTheNamespaceAndTheNamespaceAheadOfTheNode() throws Exception {
        settings.nodeCredentials = new GivenCredential(closed.host(), new Credential.Basic("me", "secret"));
        write("web.json", "wrong");
        serve();
        assertEquals(Status.Code.OK, pull(in("db")));
        assertEquals(Status.Code.UNAUTHENTICATED, pull(in("web")));
        AuthConfig auth = AuthConfig.newBuilder()
                .setUsername("me")
                .setPassword("secret")
                .setServerAddress(closed.host())
                .build();
        assertEquals(Status.Code.OK, pull(in("web").toBuilder().setAuth(auth).build()));
    }

    @Test
    void anImageThatIsHereIsNotHadByWhoeverKnowsItsDigest() throws Exception {
        write("web.json", "secret");
        serve();
        var _ = served.client.images().pullImage(in("web"));
        String digest = "@" + IMAGE.manifest().digest();
        assertEquals(Status.Code.UNAUTHENTICATED, pull(named("app" + digest, "db")));
        assertEquals(Status.Code.NOT_FOUND, pull(named(served.first.host() + "/team/app" + digest, "db")));
        assertEquals(Status.Code.OK, pull(named("app" + digest, "web")));
    }

    private static PullImageRequest named(String image, String namespace) {
        return in(namespace).toBuilder().setImage(CriClient.spec(image)).build();
    }

    @Test
    void tellsThatCredentialsWereKeptBackAndWhyAtAnotherHost() throws Exception {
        serve();
        served.configure("[aliases]\n\"app\" = \"" + closed.host() + "/team/app\"\n[[registry]]\nprefix = "
                + "\"moved.example\"\nlocation = \"" + closed.host()
                + "\"\ninsecure = true\n[[registry]]\nlocation = \""
                + closed.host() + "\"\ninsecure = true\n");
        String atNewPlace =
                "; give the node credentials for " + closed.host() + ", since a pod's are for moved.example alone";
        assertEquals(atNewPlace, advice("moved.example/team/app:1", AuthConfig.getDefaultInstance()));
        AuthConfig auth =
                AuthConfig.newBuilder().setUsername("me").setPassword("secret").build();
        assertEquals(
                "; the credentials of the request are for moved.example and were not sent there" + atNewPlace,
                advice("moved.example/team/app:1", auth));
        assertEquals(
                "; the credentials of the request are for index.docker.io and were not sent there; give the pod a pull"
                        + " secret for this registry (it counts for a full name only), or the node credentials; \"app\""
                        + " is an alias of " + closed.host() + "/team/app (" + folder.resolve("registries.conf")
                        + ":2)",
                advice("app:1", auth));
    }

    /// What follows the registry's own words.
    private String advice(String image, AuthConfig auth) {
        PullImageRequest request = PullImageRequest.newBuilder()
                .setImage(CriClient.spec(image))
                .setAuth(auth)
                .build();
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class, () -> served.client.images().pullImage(request));
        assertEquals(Status.Code.UNAUTHENTICATED, refused.getStatus().getCode());
        String told = String.valueOf(refused.getStatus().getDescription());
        String before = "no such image";
        return told.substring(told.indexOf(before) + before.length());
    }

    @Test
    void aFileThatCannotBeReadIsNoAnonymousPull() throws Exception {
        Files.writeString(folder.resolve("auth/web.json"), "{");
        serve();
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class, () -> served.client.images().pullImage(in("web")));
        assertEquals(Status.Code.UNAUTHENTICATED, refused.getStatus().getCode());
        assertEquals(
                true,
                String.valueOf(refused.getMessage()).contains(folder.resolve("auth/web.json") + ""),
                refused + "");
    }
}
