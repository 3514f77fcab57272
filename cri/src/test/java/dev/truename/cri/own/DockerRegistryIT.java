package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.CriClient;
import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.cri.real.DockerRegistryProcess;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.Image;
import dev.truename.cri.v1.ListImagesRequest;
import dev.truename.cri.v1.PodSandboxConfig;
import dev.truename.cri.v1.PodSandboxMetadata;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A store of its own before Debian's registry.
@Timeout(120)
class DockerRegistryIT {
    private static final TestImage IMAGE =
            TestImage.builder().layer(Layer.file("etc/motd", "real")).build();

    @TempDir
    private Path folder;

    private final OwnStores settings = new OwnStores();
    private DockerRegistryProcess one;
    private DockerRegistryProcess two;
    private Served served;

    @BeforeAll
    static void need() {
        DockerRegistryProcess.need();
    }

    @BeforeEach
    void start() throws IOException {
        one = DockerRegistryProcess.start(folder.resolve("one"));
        two = DockerRegistryProcess.withPassword(folder.resolve("two"));
        settings.namespacedAuth = Optional.of(new NamespacedAuth(folder.resolve("auth")));
        served = new Served(folder, settings);
    }

    @AfterEach
    void stop() {
        served.close();
        one.close();
        two.close();
    }

    private void configure(String toml) {
        String insecure = "";
        for (DockerRegistryProcess registry : List.of(one, two)) {
            insecure += "[[registry]]\nlocation = \"" + registry.host() + "\"\ninsecure = true\n";
        }
        served.configure(toml + insecure);
    }

    private List<String> list() {
        return served.client.images().listImages(ListImagesRequest.getDefaultInstance()).getImagesList().stream()
                .map(Image::getId)
                .toList();
    }

    private StatusRuntimeException refused(String name) {
        return assertThrows(StatusRuntimeException.class, () -> served.client.pull(name));
    }

    @Test
    void anAliasIsPulledFoundListedAndRemoved() throws Exception {
        one.push("team/app:1", IMAGE);
        configure("[aliases]\n\"app\" = \"" + one.host() + "/team/app\"\n");
        assertFalse(served.client.status("app:1").hasImage());
        String id = served.client.pull("app:1");
        assertEquals(IMAGE.config().digest(), id);
        Image status = served.client.status("app:1").getImage();
        assertEquals(id, status.getId());
        assertEquals(List.of(one.host() + "/team/app:1"), status.getRepoTagsList());
        assertEquals(List.of(id), list());
        served.client.remove("app:1");
        assertFalse(served.client.status("app:1").hasImage());
        assertEquals(List.of(), list());
    }

    @Test
    void aSearchGoesOnWhereThereIsNoSuchImageAndNotWhereACredentialIsMissing() throws Exception {
        one.push("team/app:1", IMAGE);
        two.push("team/other:1", IMAGE);
        configure("unqualified-search-registries = [\"" + one.host() + "\", \"" + two.host() + "\"]\n");
        assertEquals(IMAGE.config().digest(), served.client.pull("team/app:1"));
        assertEquals(
                Status.Code.UNAUTHENTICATED, refused("team/other:1").getStatus().getCode());

        configure("unqualified-search-registries = [\"" + two.host() + "\", \"" + one.host() + "\"]\n");
        StatusRuntimeException locked = refused("team/app:1");
        assertEquals(Status.Code.UNAUTHENTICATED, locked.getStatus().getCode());
        assertTrue(String.valueOf(locked.getMessage()).contains(two.host() + "/team/app:1"), locked.getMessage());
    }

    @Test
    void anAmbiguousNameIsRefusedUnderEnforcing() throws Exception {
        one.push("team/app:1", IMAGE);
        configure("short-name-mode = \"enforcing\"\nunqualified-search-registries = [\"" + one.host() + "\", \""
                + two.host() + "\"]\n");
        StatusRuntimeException refusal = refused("team/app:1");
        assertEquals(Status.Code.FAILED_PRECONDITION, refusal.getStatus().getCode());
        for (String part : List.of(
                one.host() + "/team/app:1 (" + folder.resolve("registries.conf") + ":2)",
                two.host() + "/team/app:1 (" + folder.resolve("registries.conf") + ":2)",
                "enforcing (" + folder.resolve("registries.conf") + ":1)")) {
            assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal.getMessage());
        }
    }

    @Test
    void whatThePodsSecretOpensIsPulled() throws Exception {
        two.push("team/app:1", IMAGE);
        configure("");
        String name = two.host() + "/team/app:1";
        assertEquals(Status.Code.UNAUTHENTICATED, refused(name).getStatus().getCode());
        PullImageRequest request = PullImageRequest.newBuilder()
                .setImage(CriClient.spec(name))
                .setAuth(AuthConfig.newBuilder()
                        .setUsername(DockerRegistryProcess.USER)
                        .setPassword(DockerRegistryProcess.PASSWORD))
                .build();
        assertEquals(
                IMAGE.config().digest(),
                served.client.images().pullImage(request).getImageRef());
    }

    @Test
    void whatTheNamespacesFileOpensIsPulledInItAlone() throws Exception {
        two.push("team/app:1", IMAGE);
        configure("[aliases]\n\"app\" = \"" + two.host() + "/team/app\"\n");
        String pair = DockerRegistryProcess.USER + ":" + DockerRegistryProcess.PASSWORD;
        String auth = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("auth"));
        Files.writeString(
                folder.resolve("auth/web.json"), "{\"auths\":{\"" + two.host() + "\":{\"auth\":\"" + auth + "\"}}}");
        StatusRuntimeException other = assertThrows(
                StatusRuntimeException.class, () -> served.client.images().pullImage(in("db")));
        assertEquals(Status.Code.UNAUTHENTICATED, other.getStatus().getCode());
        assertEquals(
                IMAGE.config().digest(),
                served.client.images().pullImage(in("web")).getImageRef());
    }

    private static PullImageRequest in(String namespace) {
        return PullImageRequest.newBuilder()
                .setImage(CriClient.spec("app:1"))
                .setSandboxConfig(PodSandboxConfig.newBuilder()
                        .setMetadata(PodSandboxMetadata.newBuilder().setNamespace(namespace)))
                .build();
    }

    @Test
    void aRegistryThatHasGoneIsUnavailable() throws Exception {
        configure("[aliases]\n\"app\" = \"" + one.host() + "/team/app\"\n");
        one.close();
        StatusRuntimeException refusal = refused("app:1");
        assertEquals(Status.Code.UNKNOWN, refusal.getStatus().getCode());
        assertTrue(
                String.valueOf(refusal.getStatus().getDescription())
                        .startsWith("RegistryUnavailable: cannot pull app:1: " + one.host() + "/team/app:1 ("),
                refusal.getMessage());
    }
}
